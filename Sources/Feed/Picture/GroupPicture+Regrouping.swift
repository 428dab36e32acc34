import KafkaModel

/// What cannot change in a running group, so that all its members stop and start again.
public enum Regrouping: Hashable, Sendable {
  /// `partition.assignment.strategy`.
  case assignors([String])
  /// `group.instance.id` for all, or for none (KIP-345).
  case membership(isStatic: Bool)
}

extension GroupPicture {
  mutating func learn(_ new: GroupFacts) {
    if let facts, facts.assignors != new.assignors { regrouping = .assignors(new.assignors) }
    facts = new
  }

  /// The member in a slot is somebody else from now on: static or no longer so.
  mutating func identify(_ slot: MemberSlot, as identity: MemberIdentity) {
    let isStatic = identity.instanceId != nil
    if members[slot.index].isStatic != isStatic { regrouping = .membership(isStatic: isStatic) }
    members[slot.index].identity = identity
  }
}
