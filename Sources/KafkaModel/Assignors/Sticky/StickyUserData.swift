/// What a member of the sticky family says of its past (`AbstractStickyAssignor.MemberData`).
struct StickyMemory: Hashable, Sendable {
  var partitions: [TopicPartition] = []
  /// nil = not said; -1 = said to be none.
  var generation: Generation?
}

/// The bytes of `sticky` in a subscription: `StickyAssignorUserData` versions 0 (partitions) and
/// 1 (partitions, generation). The bytes do not say which.
public enum StickyUserData {
  /// Version 1, or 0 without a generation.
  public static func bytes(
    partitions: [TopicPartition], generation: Generation?
  ) throws(ByteError) -> [UInt8] {
    var writer = ByteWriter()
    try PartitionLists.write(partitions, to: &writer)
    if let generation { writer.int32(generation.value) }
    return writer.bytes
  }

  /// Bytes that are neither version mean no memory in generation -1, as in Kafka.
  static func memory(_ bytes: [UInt8]?, _ names: TopicNames) -> StickyMemory {
    guard let bytes, !bytes.isEmpty else { return StickyMemory() }
    var reader = ByteReader(bytes)
    guard let partitions = try? PartitionLists.read(from: &reader, names) else {
      return StickyMemory(generation: Generation.none)
    }
    return StickyMemory(
      partitions: partitions, generation: (try? reader.int32()).map { Generation($0) })
  }
}

/// The bytes of `cooperative-sticky`: only the generation, as the owned partitions are in the
/// subscription itself (KIP-429).
public enum CooperativeStickyUserData {
  public static func bytes(generation: Generation) -> [UInt8] {
    var writer = ByteWriter()
    writer.int32(generation.value)
    return writer.bytes
  }

  /// The generation of the subscription counts where there is one (version 2 on, KIP-792).
  static func memory(_ subscription: ConsumerSubscription) -> StickyMemory {
    var memory = StickyMemory(partitions: subscription.ownedPartitions)
    if subscription.generation.value >= 0 {
      memory.generation = subscription.generation
    } else if let bytes = subscription.userData {
      var reader = ByteReader(bytes)
      memory.generation = (try? reader.int32()).map { Generation($0) } ?? Generation.none
    }
    return memory
  }
}
