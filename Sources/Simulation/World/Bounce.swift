import Feed

/// A stop of all members, for settings that only new processes can have: Kafka changes neither
/// `partition.assignment.strategy` nor `group.instance.id` of a running consumer.
struct Bounce: Sendable {
  /// What all have from then on; nil = as before.
  var assignors: [String]?
  var isStatic: Bool?
  /// Who is started again once the group is empty.
  var waiting: [MemberSlot] = []
}
