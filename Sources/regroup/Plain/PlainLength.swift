/// How long lines are printed where there is no screen to quit.
enum PlainLength: Hashable, Sendable {
  /// To the end of the script.
  case toTheEnd
  /// Of the feed's time.
  case forMs(Int64)

  static let standardMs: Int64 = 30_000
}
