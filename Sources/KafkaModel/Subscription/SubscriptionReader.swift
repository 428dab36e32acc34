/// Reads the subscriptions of a whole group, as its leader does.
///
/// Most members of a group want the same topics, and all of them topics of the same cluster. So the
/// list of the member before is taken where the bytes are the same, and known names are not made
/// anew.
public struct SubscriptionReader {
  private let names: TopicNames
  /// Where in `lastBytes` the topics are, and which they are.
  private var lastBytes: [UInt8] = []
  private var lastPlace = 0..<0
  private var lastTopics: [TopicName] = []

  /// - Parameter topics: those of the cluster; others are read just the same.
  public init(topics: [AssignmentTopic] = []) { names = TopicNames(topics.map(\.name)) }

  /// Reads any version; newer ones as version 3 with the rest left alone, as Kafka does.
  public mutating func read(_ bytes: [UInt8]) throws(ByteError) -> ConsumerSubscription {
    var reader = ByteReader(bytes)
    let version = try reader.int16()
    if version < 0 { throw reader.error(.negativeLength(Int64(version))) }
    let topics = try topics(from: &reader, bytes)
    var result = ConsumerSubscription(topics: topics, userData: try reader.nullableBytes())
    if version >= 1 { result.ownedPartitions = try PartitionLists.read(from: &reader, names) }
    if version >= 2 { result.generation = Generation(try reader.int32()) }
    if version >= 3 { result.rackId = try reader.nullableString() }
    return result
  }

  private mutating func topics(
    from reader: inout ByteReader, _ bytes: [UInt8]
  ) throws(ByteError) -> [TopicName] {
    if !lastPlace.isEmpty, reader.take(lastPlace, of: lastBytes) { return lastTopics }
    let start = reader.offset
    var topics: [TopicName] = []
    let count = try reader.count(minBytes: 2)
    topics.reserveCapacity(count)
    for _ in 0..<count { topics.append(try reader.topicName(names)) }
    lastBytes = bytes
    lastPlace = start..<reader.offset
    lastTopics = topics
    return topics
  }
}
