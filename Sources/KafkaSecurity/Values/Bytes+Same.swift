extension [UInt8] {
  /// Whether two secrets are the same, in a time that tells nothing of where they differ.
  func isSame(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return zip(self, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
