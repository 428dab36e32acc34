/// What a consumer tells the leader in its JoinGroup: `ConsumerProtocolSubscription`.
///
/// Version 0 has topics and user data, 1 adds the owned partitions (KIP-429), 2 the generation
/// (KIP-792), 3 the rack (KIP-881). Kafka 4.3 writes version 3.
public struct ConsumerSubscription: Hashable, Sendable {
  /// In text order, as the Java client writes them.
  public var topics: [TopicName]
  /// The assignor's own bytes (only the sticky ones have some).
  public var userData: [UInt8]?
  /// In order of topic and partition; empty under the eager protocol.
  public var ownedPartitions: [TopicPartition]
  /// The generation in which the member owns them; -1 = none or not said.
  public var generation: Generation
  /// `client.rack`.
  public var rackId: String?

  public init(
    topics: [TopicName], userData: [UInt8]? = nil, ownedPartitions: [TopicPartition] = [],
    generation: Generation = .none, rackId: String? = nil
  ) {
    self.topics = topics
    self.userData = userData
    self.ownedPartitions = ownedPartitions
    self.generation = generation
    self.rackId = rackId
  }

  /// `ConsumerProtocolSubscription.HIGHEST_SUPPORTED_VERSION` of Kafka 4.3.
  public static let highestVersion: Int16 = 3
}

extension ConsumerSubscription {
  /// The metadata bytes of a JoinGroup.
  public func bytes(
    version: Int16 = ConsumerSubscription.highestVersion
  ) throws(ByteError) -> [UInt8] {
    var writer = ByteWriter()
    writer.int16(version)
    try writer.count(topics.count)
    for topic in topics { try writer.string(topic.text) }
    try writer.bytes(userData)
    if version >= 1 { try PartitionLists.write(ownedPartitions, to: &writer) }
    if version >= 2 { writer.int32(generation.value) }
    if version >= 3 { try writer.string(rackId) }
    return writer.bytes
  }

  /// Reads any version; newer ones as version 3 with the rest left alone, as Kafka does.
  public init(bytes: [UInt8]) throws(ByteError) {
    var reader = SubscriptionReader()
    self = try reader.read(bytes)
  }
}
