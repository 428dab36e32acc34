import KafkaModel

/// Topics that members are assigned or subscribe to; bytes that have stayed are not read again.
struct Mentions {
  private struct Entry {
    var assignment: [UInt8]
    var metadata: [UInt8]
    var topics: [TopicName]
  }

  private var entries: [MemberId: Entry] = [:]

  mutating func topics(of group: DescribeGroupsResponse.Group) -> [TopicName] {
    guard group.speaksConsumer else { return [] }
    var next: [MemberId: Entry] = [:]
    var all: [TopicName] = []
    for member in group.members {
      let entry = entry(of: member)
      next[member.memberId] = entry
      all += entry.topics
    }
    entries = next
    return all
  }

  private func entry(of member: DescribeGroupsResponse.Member) -> Entry {
    if let known = entries[member.memberId], known.assignment == member.memberAssignment,
      known.metadata == member.memberMetadata
    {
      return known
    }
    var topics = member.subscribedTopics
    for partition in member.partitions ?? [] where partition.topic != topics.last {
      topics.append(partition.topic)
    }
    return Entry(
      assignment: member.memberAssignment, metadata: member.memberMetadata, topics: topics)
  }
}
