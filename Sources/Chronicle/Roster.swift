import Feed
import KafkaModel

/// Whom the coordinator's member ids stand for on the screen.
public protocol Roster {
  func slot(of id: MemberId) -> MemberSlot?
  /// Whether the id is that of a process before the one that the slot has now.
  func isFormer(_ id: MemberId, of slot: MemberSlot) -> Bool
}
