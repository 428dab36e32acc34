import Client
import Feed
import KafkaModel

/// The settings of a drive's group and members.
enum DriveFacts {
  /// The members' settings that matter for what is seen.
  private static let shownKeys = [
    "partition.assignment.strategy", "session.timeout.ms", "heartbeat.interval.ms",
    "max.poll.interval.ms", "enable.auto.commit", "auto.commit.interval.ms", "max.poll.records",
    "auto.offset.reset",
  ]

  static func facts(
    _ options: DriveOptions, _ provisioned: Provisioned, _ coordinator: BrokerId?
  ) -> GroupFacts {
    let config = config(options, provisioned, CastMember(name: "", clientId: ""))
    let given = options.settings.compactMap { $0.split(separator: "=").first.map(String.init) }
    let keys = shownKeys + given.filter { !shownKeys.contains($0) }
    let settings = keys.compactMap { key in
      config.value(key).map { Setting(key, $0, .consumer) }
    }
    return GroupFacts(
      groupId: provisioned.groupId, assignors: config.assignors, coordinator: coordinator,
      settings: settings)
  }

  static func member(
    _ options: DriveOptions, _ provisioned: Provisioned, _ member: CastMember, slot: MemberSlot,
    originMs: Int64, seed: UInt64
  ) -> MemberOptions {
    MemberOptions(
      bootstrap: options.bootstrap, slot: slot, originMs: originMs, seed: seed,
      processRatePerSecond: options.processRatePerSecond, caps: options.caps,
      config: config(options, provisioned, member),
      settings: settings(options, provisioned))
  }

  /// Where the topics are ours, nothing in them is to be missed.
  private static func settings(_ options: DriveOptions, _ provisioned: Provisioned) -> [String] {
    (provisioned.ownTopics.isEmpty ? [] : ["auto.offset.reset=earliest"]) + options.settings
  }

  private static func config(
    _ options: DriveOptions, _ provisioned: Provisioned, _ member: CastMember
  ) -> ConsumerConfig {
    var config = ConsumerConfig(
      groupId: provisioned.groupId, clientId: member.clientId,
      groupInstanceId: member.instanceId,
      topics: member.topics ?? provisioned.topics.map(\.name))
    // What is wrong with them was said before the drive began (`DriveOptions.fault`).
    try? config.set(settings(options, provisioned))
    return config
  }
}
