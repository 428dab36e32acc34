/// How far ahead is looked for what comes next.
public enum Foresight {
  /// Past max.poll.interval.ms (300 s), Kafka's longest patience.
  public static let ms: Int64 = 330_000
}
