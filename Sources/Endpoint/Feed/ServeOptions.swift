import KafkaModel

/// What is served, and to whom the screen belongs.
public struct ServeOptions: Sendable {
  /// A topic to begin with.
  public struct Topic: Hashable, Sendable {
    public var name: TopicName
    public var partitions: Int32

    public init(name: TopicName, partitions: Int32) {
      self.name = name
      self.partitions = partitions
    }
  }

  public var endpoint: EndpointConfig
  public var topics: [Topic]
  /// Whose members are shown; nil: those of the first group that appears.
  public var group: GroupId?
  /// Records a second that are written to each partition of `topics`.
  public var produceRatePerSecond: Int64 = 0

  /// Clients to start; nil: others start them.
  public var spawn: SpawnOptions?

  public init(endpoint: EndpointConfig, topics: [Topic], group: GroupId? = nil) {
    self.endpoint = endpoint
    self.topics = topics
    self.group = group
  }
}
