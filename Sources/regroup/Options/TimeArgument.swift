/// A time on the command line: `12s`, `1.5s`, `300ms`, `2m`, `1h`.
enum TimeArgument {
  /// Whole milliseconds; nil for what is no time, or more than a day.
  static func milliseconds(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let unitMs = unit(text[digits.endIndex...]) else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count <= 9, let whole = Int64(parts[0]) else { return nil }
    var ms = whole * unitMs
    if parts.count == 2 {
      guard (1...6).contains(parts[1].count), let part = Int64(parts[1]) else { return nil }
      ms += part * unitMs / power(ofTen: parts[1].count)
    }
    return ms <= longestMs ? ms : nil
  }

  static let form = "a time such as 12s, 1.5s, 300ms or 2m"
  private static let longestMs: Int64 = 86_400_000

  private static func unit(_ name: Substring) -> Int64? {
    switch name {
    case "ms": 1
    case "s": 1000
    case "m": 60_000
    case "h": 3_600_000
    default: nil
    }
  }

  private static func power(ofTen count: Int) -> Int64 {
    (0..<count).reduce(1) { power, _ in power * 10 }
  }
}

/// The shortest and the longest time that an option takes.
struct TimeLimits: Sendable {
  let ms: ClosedRange<Int64>
  /// The same in words: `100ms to 60m`.
  let text: String

  init(_ least: String, _ most: String) {
    let ends = [least, most].map { TimeArgument.milliseconds($0) ?? 0 }
    ms = min(ends[0], ends[1])...ends[1]
    text = "\(least) to \(most)"
  }
}
