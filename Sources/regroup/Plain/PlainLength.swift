/// How long lines are printed where there is no screen to quit.
enum PlainLength: Hashable, Sendable {
  /// To the end of the script.
  case toTheEnd
  /// Of the feed's time.
  case forMs(Int64)

  static let standardMs: Int64 = 30_000

  /// No script takes longer than that.
  var atMostMs: Int64 {
    switch self {
    case .toTheEnd: ScriptLimit.ms
    case .forMs(let ms): ms
    }
  }
}
