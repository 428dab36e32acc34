import KafkaModel

/// A record of `__consumer_offsets` in words: key and value, or a tombstone.
public enum WrittenRecord: Hashable, Sendable {
  case group(GroupId, Group?)
  /// The next offset to read; nil is a tombstone.
  case offset(GroupId, TopicPartition, Offset?)
  /// The same inside of a transaction: it counts if that commits.
  case pending(GroupId, TopicPartition, Offset, Producer)
  /// The control record that ends a transaction here.
  case marker(Producer, isCommit: Bool)

  /// The group as its coordinator wrote it down (`GroupMetadataValue`).
  public struct Group: Hashable, Sendable {
    public var generation: Generation
    /// The assignor; nil without members.
    public var protocolName: String?
    public var leader: MemberId?
    public var members: [Member]

    public init(
      generation: Generation, protocolName: String? = nil, leader: MemberId? = nil,
      members: [Member] = []
    ) {
      self.generation = generation
      self.protocolName = protocolName
      self.leader = leader
      self.members = members
    }
  }

  public struct Member: Hashable, Sendable {
    public var memberId: MemberId
    public var partitions: [TopicPartition]

    public init(memberId: MemberId, partitions: [TopicPartition]) {
      self.memberId = memberId
      self.partitions = partitions
    }
  }

  public init(_ record: CoordinatorRecord) {
    switch record {
    case .transactionEnd(let marker, _):
      self = .marker(marker.producer, isCommit: marker.isCommit)
    case .transactionalOffset(let group, let partition, let value, let producer):
      self = .pending(group, partition, value.offset, producer)
    case .offsetCommit(let group, let partition, let value):
      self = .offset(group, partition, value?.offset)
    case .groupMetadata(let group, let value):
      self = .group(group, value.map(Group.init))
    }
  }
}

extension WrittenRecord.Group {
  init(_ value: GroupMetadataValue) {
    self.init(
      generation: value.generation, protocolName: value.protocolName, leader: value.leader,
      members: value.members.map { member in
        // No bytes, or bytes of another protocol, are no partitions.
        let assignment = try? ConsumerAssignment(bytes: member.assignment)
        return WrittenRecord.Member(
          memberId: member.memberId, partitions: assignment?.partitions ?? [])
      })
  }
}
