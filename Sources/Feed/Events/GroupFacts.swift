import KafkaModel

/// What does not change while one looks: whose group it is and how it is set.
public struct GroupFacts: Hashable, Sendable {
  public var groupId: GroupId
  /// `partition.assignment.strategy`, in order of preference.
  public var assignors: [String]
  /// "broker 2"; unknown until FindCoordinator has been answered.
  public var coordinator: BrokerId?
  public var settings: [Setting]

  public init(
    groupId: GroupId, assignors: [String], coordinator: BrokerId? = nil, settings: [Setting] = []
  ) {
    self.groupId = groupId
    self.assignors = assignors
    self.coordinator = coordinator
    self.settings = settings
  }

  /// Members give up only what moves (KIP-429), in two rounds.
  public var isCooperative: Bool { Assignors.rebalanceProtocol(of: assignors) == .cooperative }

  /// A cooperative assignor deals, and members are eager as yet: between two rolling bounces.
  public var isMixed: Bool {
    !isCooperative && Assignors.rebalanceProtocol(of: Array(assignors.prefix(1))) == .cooperative
  }

  /// What a simulated message takes at least, one way; nil for a real network.
  public var latencyMs: Int64? {
    settings.first { $0.key == Self.latencyKey }
      .flatMap { Int64($0.value.prefix { $0 != "-" }) }
  }

  /// Settings that only a simulation has, and Kafka has no name for.
  public static let latencyKey = "latency ms"
  public static let produceRateKey = "records per second and partition"
  public static let processRateKey = "records per second and consumer"

  /// Where clients reach a broker of ours, and what they have to speak there.
  public static let listenersKey = "listeners"
  public static let securityKey = "security.protocol"

  /// What only a group that is looked at from outside has: what its members are where they are no
  /// consumers, where its coordinator listens, and whether the broker tells the old assignments
  /// while the group rebalances (`given`, `withheld`).
  public static let protocolTypeKey = "protocol.type"
  public static let coordinatorAddressKey = "coordinator"
  public static let duringRebalanceKey = "assignments in a rebalance"
  /// Topics with offsets of the group that were deleted or may not be seen, and why.
  public static let unseenTopicsKey = "topics not seen"

  /// The value of a setting as it stands.
  public func text(_ key: String) -> String? { settings.first { $0.key == key }?.value }

  /// The value of a setting in whole numbers, e.g. of `session.timeout.ms`.
  public func number(_ key: String) -> Int64? {
    settings.first { $0.key == key }.flatMap { Int64($0.value) }
  }
}

/// One of Kafka's settings as it is in force.
public struct Setting: Hashable, Sendable {
  public enum Place: Hashable, Sendable { case consumer, broker, producer, simulation }

  public var key: String
  public var value: String
  public var place: Place

  public init(_ key: String, _ value: String, _ place: Place) {
    self.key = key
    self.value = value
    self.place = place
  }
}
