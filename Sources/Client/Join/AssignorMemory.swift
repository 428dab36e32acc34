import KafkaModel

/// What an assignor was told of its member's last assignment (`onAssignment`).
///
/// It belongs to the process, not to the membership: a member that is expelled keeps it, a
/// restarted process has none.
struct AssignorMemory: Hashable, Sendable {
  var assignor: String
  var partitions: [TopicPartition]
  /// The generation of that assignment; -1 = never got one.
  var generation: Generation
}

extension Member {
  /// Only the assignor that the group has chosen is told.
  mutating func remember(_ partitions: [TopicPartition]) {
    let memory = AssignorMemory(
      assignor: protocolName, partitions: partitions.sorted(), generation: generation)
    if let index = memories.firstIndex(where: { $0.assignor == protocolName }) {
      memories[index] = memory
    } else {
      memories.append(memory)
    }
  }

  func memory(of assignor: String) -> AssignorMemory {
    memories.first { $0.assignor == assignor }
      ?? AssignorMemory(assignor: assignor, partitions: [], generation: .none)
  }
}
