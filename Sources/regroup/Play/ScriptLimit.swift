/// No script of a figure is longer than an hour; whoever waits for its end gives up then.
enum ScriptLimit {
  static let ms: Int64 = 3_600_000
}
