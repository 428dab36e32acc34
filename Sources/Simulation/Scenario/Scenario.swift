import Client
import Coordinator
import Feed
import KafkaModel

/// A group, its cluster and what is done to them: with a seed, a whole run.
public struct Scenario: Sendable {
  /// Kafka's consumer and broker settings, under the names of those who obey them.
  public typealias Consumer = ConsumerConfig
  public typealias Broker = CoordinatorConfig

  public var groupId: GroupId
  public var topics: [ScenarioTopic]
  /// In the order of their letters.
  public var members: [ScenarioMember]
  /// Settings that every member has; `clientId` and `topics` come from the member.
  public var consumer: ConsumerConfig
  public var broker: CoordinatorConfig
  /// Records a second and partition.
  public var produceRate: Int64
  /// Records a second that one member works off.
  public var processRate: Int64
  /// One way, a message.
  public var latencyMs: ClosedRange<Int64>
  public var opening: Opening
  /// What is done before the lesson starts, unseen: a picture that has a past begins with it.
  public var prologue: [ScriptEntry]
  public var script: [ScriptEntry]
  public var beats: [Beat]
  /// The run is over when this long has passed since the script's last entry and the group is
  /// Stable with every partition read.
  public var restMs: Int64
  /// Members that may be added by hand, with those of the scenario.
  public var memberLimit: Int
  /// The members' applications write what they read to another topic; nil: they only read.
  public var transform: ScenarioTransform?
  /// Producers without a consumer.
  public var producers: [ScenarioProducer]

  public init(
    groupId: GroupId, topics: [ScenarioTopic], members: [ScenarioMember],
    consumer: ConsumerConfig, broker: CoordinatorConfig = CoordinatorConfig(),
    produceRate: Int64 = 5, processRate: Int64 = 30, latencyMs: ClosedRange<Int64> = 5...20,
    opening: Opening = .settled, prologue: [ScriptEntry] = [], script: [ScriptEntry] = [],
    beats: [Beat] = [],
    restMs: Int64 = 8000, memberLimit: Int = 100, transform: ScenarioTransform? = nil,
    producers: [ScenarioProducer] = []
  ) {
    self.groupId = groupId
    self.topics = topics
    self.members = members
    self.consumer = consumer
    self.broker = broker
    self.produceRate = produceRate
    self.processRate = processRate
    self.latencyMs = latencyMs
    self.opening = opening
    self.prologue = prologue
    self.script = script
    self.beats = beats
    self.restMs = restMs
    self.memberLimit = memberLimit
    self.transform = transform
    self.producers = producers
  }

  /// Whether some member rebalances cooperatively: all its assignors can (KIP-429).
  public var isCooperative: Bool {
    members.contains {
      Assignors.rebalanceProtocol(of: $0.assignors ?? consumer.assignors) == .cooperative
    }
  }

  /// What the first picture of the lesson shows.
  public enum Opening: Hashable, Sendable {
    /// A group that is Stable, every partition read: how it came together is another story.
    case settled
    /// Nobody: the first process has not started yet. There is no prologue then.
    case nobody
  }

  /// Partitions that the topics may have in all.
  public static let partitionLimit = 1000

  /// Which broker coordinates the group, and how many there are.
  public static let coordinator = BrokerId(2)
  public static let transactionCoordinator = BrokerId(3)
  public static let brokers: Int32 = 3
}

/// A topic of the simulated cluster.
public struct ScenarioTopic: Hashable, Sendable {
  public var name: TopicName
  public var partitions: Int32

  public init(_ name: TopicName, _ partitions: Int32) {
    self.name = name
    self.partitions = partitions
  }
}

/// A consumer of the scenario.
public struct ScenarioMember: Hashable, Sendable {
  /// ASCII; also its `client.id` unless that is given.
  public var name: String
  public var clientId: ClientId
  /// `group.instance.id`: makes it a static member (KIP-345).
  public var instanceId: InstanceId?
  public var topics: [TopicName]
  /// `partition.assignment.strategy` where it differs from the other members'.
  public var assignors: [String]?
  /// When its process starts; nil = not by itself.
  public var startMs: Int64?

  public init(
    _ name: String, clientId: ClientId? = nil, instanceId: InstanceId? = nil,
    topics: [TopicName], assignors: [String]? = nil, startMs: Int64?
  ) {
    self.name = name
    self.clientId = clientId ?? ClientId(name)
    self.instanceId = instanceId
    self.topics = topics
    self.assignors = assignors
    self.startMs = startMs
  }

  /// The instance id that another member named like this one would have; nil if it is dynamic.
  func instanceId(of other: String) -> InstanceId? {
    guard let text = instanceId?.text else { return nil }
    return InstanceId(text.hasSuffix(name) ? text.dropLast(name.count) + other : other)
  }
}
