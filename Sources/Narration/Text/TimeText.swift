/// Times as text, from integers only.
public enum TimeText {
  /// Minutes and seconds since the start, `0:24.0`; hours only where there are some.
  public static func clock(ms: Int64, tenths: Bool = true) -> String {
    let seconds = max(0, ms) / 1000
    let tail = tenths ? ".\(max(0, ms) / 100 % 10)" : ""
    let minutes = seconds / 60
    guard minutes >= 60 else { return "\(minutes):\(two(seconds % 60))\(tail)" }
    return "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))\(tail)"
  }

  /// Seconds with one decimal, rounded half up: `4.0`.
  public static func tenths(ms: Int64) -> String {
    let tenths = inTenths(ms: ms) / 100
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Less than `tenths` can print.
  public static func isNothing(ms: Int64) -> Bool { inTenths(ms: ms) == 0 }

  /// The same with a comma after each group of three digits, for sums: `1,923.8`.
  static func groupedTenths(ms: Int64) -> String {
    let tenths = inTenths(ms: ms) / 100
    return "\(NumberWords.grouped(tenths / 10)).\(tenths % 10)"
  }

  /// Milliseconds as `tenths` prints them: sums are made of these, so that columns add up.
  static func inTenths(ms: Int64) -> Int64 { (max(0, ms) / 50 + 1) / 2 * 100 }

  /// A setting's value: whole minutes, whole seconds, else with the decimals it needs.
  static func setting(ms: Int64, minutes: String, seconds: String) -> String {
    if ms >= 120_000, ms % 60_000 == 0 { return "\(ms / 60_000)\(minutes)" }
    if ms % 1000 == 0 { return "\(ms / 1000)\(seconds)" }
    return tenths(ms: ms) + seconds
  }

  /// Whole units of the largest kind of which there are two at least; seconds below that.
  static func rough(ms: Int64, hours: String, minutes: String, seconds: String) -> String {
    switch max(0, ms) / 1000 {
    case let whole where whole >= 7_200: "\(whole / 3_600)\(hours)"
    case let whole where whole >= 120: "\(whole / 60)\(minutes)"
    case let whole: "\(whole)\(seconds)"
    }
  }

  private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
