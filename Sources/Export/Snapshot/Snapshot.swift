import Feed
import KafkaModel

/// A picture as one line of JSON, for scripts: what is not known is null, never 0.
public enum Snapshot {
  /// The line, without a line end; times in milliseconds, members by their names.
  public static func line(
    _ picture: GroupPicture, source: Capabilities.Kind, seed: UInt64? = nil, beat: String? = nil,
    step: Int? = nil, steps: Int? = nil
  ) -> String {
    var members: [JsonValue.Member] = [
      .init("source", .string(source.rawValue)),
      .init("seed", seed.map { .number($0) } ?? .null),
      .init("timeMs", .integer(picture.timeMs)),
      .init("beat", .optional(beat)),
      .init("step", SnapshotRow.number(step)),
      .init("steps", SnapshotRow.number(steps)),
      .init("state", .optional(picture.state?.rawValue)),
      .init("generation", SnapshotRow.number(picture.generation?.value)),
      .init("leader", .optional(picture.leader.map { picture[$0].identity.name })),
      .init("members", .array(picture.members.map(SnapshotRow.member))),
      .init(
        "partitions",
        .array(picture.partitions.indices.map { SnapshotRow.partition($0, of: picture) })),
      .init("verdict", SnapshotRow.verdict(picture)),
    ]
    members += SnapshotTransactions.members(picture)
    members += SnapshotWatch.members(picture, source)
    return JsonValue.object(members).text
  }
}
