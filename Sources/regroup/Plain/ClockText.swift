/// The feed's time to the millisecond: `0:24.013`.
enum ClockText {
  static func milliseconds(_ ms: Int64) -> String {
    let clamped = max(0, ms)
    let seconds = clamped / 1000
    return "\(seconds / 60):\(digits(seconds % 60, 2)).\(digits(clamped % 1000, 3))"
  }

  private static func digits(_ number: Int64, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
