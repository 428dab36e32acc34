import Coordinator
import KafkaModel

/// A member id that the coordinator has made while it served a request: it is the sender's.
public struct NewId: Hashable, Sendable {
  public var id: MemberId
  /// nil where the id was only handed out (KIP-394), and for a dynamic member.
  public var instanceId: InstanceId?

  /// All that came of one request.
  public static func all(in happenings: [Happening]) -> [NewId] {
    happenings.compactMap {
      switch $0.fact {
      case .memberIdHandedOut(let id, _, _): NewId(id: id)
      case .memberAdded(let id, let instanceId, _): NewId(id: id, instanceId: instanceId)
      case .staticMemberReplaced(let instanceId, _, let id):
        NewId(id: id, instanceId: instanceId)
      default: nil
      }
    }
  }
}
