import KafkaModel
import OrderedCollections

/// A classic group as its coordinator knows it (`ClassicGroup`): soft state, lost with it.
///
/// Read-only for others; the requests and timers of `GroupCoordinator` change it.
public struct ClassicGroup: Sendable {
  public let groupId: GroupId
  public internal(set) var state: GroupState = .empty
  /// The state before this one: a join phase that came from Empty has the initial delay.
  public internal(set) var previousState: GroupState = .empty
  /// When it came into its state, milliseconds.
  public internal(set) var stateSinceMs: Int64
  /// Completed join phases; 0 at first, grows by one each time, also when none are left.
  public internal(set) var generation = Generation(0)
  /// `consumer` for consumers; fixed by the first member of an empty group.
  public internal(set) var protocolType: String?
  /// The assignor chosen when the last join phase completed.
  public internal(set) var protocolName: String?
  public internal(set) var leader: MemberId?
  var members = MemberTable()
  /// Ids handed out with MEMBER_ID_REQUIRED and not used yet, with the end of their session.
  var pending: OrderedDictionary<MemberId, Int64> = [:]
  var joinWait = JoinWait.none
  /// A member was added during the initial delay, so it may be extended.
  var memberAddedInDelay = false
  /// When members that owe a SyncGroup are thrown out.
  public internal(set) var syncDueMs: Int64?

  init(groupId: GroupId, nowMs: Int64) {
    self.groupId = groupId
    stateSinceMs = nowMs
  }
}

/// The view for pictures and invariants.
extension ClassicGroup {
  /// In the order of joining.
  public var allMembers: [ClassicMember] { members.all }
  /// In the order in which Kafka walks over them.
  public var membersInHashOrder: [ClassicMember] { members.inHashOrder }
  public func member(_ id: MemberId) -> ClassicMember? { members[id] }
  public var memberCount: Int { members.count }
  /// Members whose JoinGroup waits.
  public var waitingCount: Int { members.waitingCount }
  /// Ids handed out with MEMBER_ID_REQUIRED and not used yet, oldest first.
  public var pendingCount: Int { pending.count }
  public var pendingIds: [MemberId] { Array(pending.keys) }
  /// When the initial delay ends, while it runs.
  public var initialDelayDueMs: Int64? { joinWait.initialDelayDueMs }
  /// When the join phase stops waiting for members that have not rejoined, while it waits.
  public var joinDueMs: Int64? { joinWait.joinDueMs }

  /// The longest any member allows the others to wait (`ClassicGroup.rebalanceTimeoutMs`).
  public var rebalanceTimeoutMs: Int64 { members.rebalanceTimeoutMs }
}
