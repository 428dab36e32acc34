import KafkaModel

/// A consumer that a drive runs: who it is, and when its process starts.
public struct CastMember: Hashable, Sendable {
  /// ASCII; what the screen calls it.
  public var name: String
  public var clientId: ClientId
  /// `group.instance.id`: makes it a static member (KIP-345).
  public var instanceId: InstanceId?
  /// What it subscribes to, under the names that the drive makes; nil = all the drive's topics.
  public var topics: [TopicName]?
  /// Milliseconds after the topics are there; nil = not by itself.
  public var startMs: Int64?

  public init(
    name: String, clientId: ClientId, instanceId: InstanceId? = nil, topics: [TopicName]? = nil,
    startMs: Int64? = 0
  ) {
    self.name = name
    self.clientId = clientId
    self.instanceId = instanceId
    self.topics = topics
    self.startMs = startMs
  }
}
