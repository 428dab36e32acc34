/// A time on the command line, as the clock at the top right prints it: `0:24.0`, `1:02:03`, or
/// seconds: `24.5`.
enum LineTime {
  /// Nil for what is no time.
  static func milliseconds(_ text: String) -> Int64? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
    guard halves.count <= 2, parts.count <= 3 else { return nil }
    var seconds: Int64 = 0
    for (index, part) in parts.enumerated() {
      guard part.utf8.count <= 6, let number = digits(part), index == 0 || number < 60 else {
        return nil
      }
      seconds = seconds * 60 + number
    }
    guard halves.count == 2 else { return seconds * 1000 }
    guard (1...3).contains(halves[1].utf8.count), let part = digits(halves[1]) else { return nil }
    let unit: [Int64] = [100, 10, 1]
    return seconds * 1000 + part * unit[halves[1].utf8.count - 1]
  }

  /// What six digits of hours come to: no sum overflows.
  static let latestMs: Int64 = 3_600_000_000_000

  /// Nothing but digits.
  private static func digits(_ text: Substring) -> Int64? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      ? Int64(text) : nil
  }
}
