import KafkaModel

public struct Member: Hashable, Sendable {
  public let config: ConsumerConfig
  public internal(set) var memberId: MemberId = ""
  public internal(set) var generation = Generation.none
  public internal(set) var isLeader = false
  public internal(set) var doing = MemberDoing.connecting
  public internal(set) var coordinator: BrokerId?
  var generator: SeededGenerator

  public init(
    config: ConsumerConfig, processRatePerSecond: Int64, generator: SeededGenerator,
    nowMs: Int64
  ) {
    self.config = config
    self.generator = generator
  }

  public var owned: [TopicPartition] { [] }
  public var positions: [PartitionOffset] { [] }
  public var committed: [PartitionOffset] { [] }
  public var deadlines: [ClientDeadline] { [] }

  public mutating func handle(_ input: MemberInput, nowMs: Int64) -> MemberOutcome {
    MemberOutcome()
  }
}
