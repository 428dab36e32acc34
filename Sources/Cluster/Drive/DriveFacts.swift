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
    let isolation = options.transactions == nil ? [] : ["isolation.level"]
    let keys = shownKeys + isolation + given.filter { !(shownKeys + isolation).contains($0) }
    let settings = keys.compactMap { key in
      config.value(key).map { Setting(key, $0, .consumer) }
    }
    return GroupFacts(
      groupId: provisioned.groupId, assignors: config.assignors, coordinator: coordinator,
      settings: settings + producerSettings(options))
  }

  private static func producerSettings(_ options: DriveOptions) -> [Setting] {
    guard let transactions = options.transactions else { return [] }
    return [Setting("transaction.timeout.ms", "\(transactions.timeoutMs)", .producer)]
  }

  /// Each member's own, so that its next process fences the one before; in somebody else's group it
  /// must fence nobody else's.
  static func transactionalId(
    _ options: DriveOptions, _ provisioned: Provisioned, _ member: CastMember
  ) -> TransactionalId {
    let scope =
      provisioned.groupIsOurs ? provisioned.groupId.text : DriveOptions.prefix + options.tag
    return TransactionalId("\(scope)-\(member.name)")
  }

  /// nil: the members only read.
  static func transform(
    _ options: DriveOptions, _ provisioned: Provisioned, _ member: CastMember,
    producer: ProducerSlot?
  ) -> TransformOptions? {
    guard let transactions = options.transactions, let output = provisioned.output, let producer
    else { return nil }
    return TransformOptions(
      transactionalId: transactionalId(options, provisioned, member), producer: producer,
      output: output.name, outputPartitions: Int32(output.leaders.count),
      transactionTimeoutMs: Int32(clamping: transactions.timeoutMs))
  }

  static func member(
    _ options: DriveOptions, _ provisioned: Provisioned, _ member: CastMember, slot: MemberSlot,
    producer: ProducerSlot? = nil, originMs: Int64, seed: UInt64
  ) -> MemberOptions {
    var made = MemberOptions(
      bootstrap: options.bootstrap, slot: slot, originMs: originMs, seed: seed,
      processRatePerSecond: options.processRatePerSecond, caps: options.caps,
      config: config(options, provisioned, member),
      settings: settings(options, provisioned),
      transform: transform(options, provisioned, member, producer: producer))
    made.connection = options.connection
    return made
  }

  /// Where the topics are ours, nothing in them is to be missed.
  private static func settings(_ options: DriveOptions, _ provisioned: Provisioned) -> [String] {
    (provisioned.ownsInput ? ["auto.offset.reset=earliest"] : [])
      + (options.transactions == nil ? [] : DriveOptions.transactionalSettings) + options.settings
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
