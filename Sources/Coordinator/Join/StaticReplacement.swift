import KafkaModel

/// A static member's return in Stable that is being written down, so that it can be undone.
struct StaticReplacement: Sendable {
  let instanceId: InstanceId
  /// The member as it was.
  let old: ClassicMember
  let newId: MemberId
  /// The leader before; members below JoinGroup v9 are told this one (KIP-814).
  let formerLeader: MemberId?
  let apiVersion: Int16
}
