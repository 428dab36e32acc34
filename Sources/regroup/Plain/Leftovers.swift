import Glibc

/// What a source could not clean up is told where an error would be.
enum Leftovers {
  /// What an end waits for is told in the same place.
  @Sendable static func say(_ word: String) { tell([word]) }

  /// What stands on a line of its own, in Kafka's words.
  static func tell(_ message: String) {
    Output.writeAll(Array("\n\(message)\n".utf8), to: STDERR_FILENO)
  }

  static func tell(_ words: [String]) {
    for word in words {
      Output.writeAll(Array("regroup: \(word)\n".utf8), to: STDERR_FILENO)
    }
  }
}
