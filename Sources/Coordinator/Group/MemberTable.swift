import KafkaModel
import OrderedCollections

/// The members of a group, with the counts that the join phase asks for at every step.
///
/// Kept in the order of joining; Java's order is worked out where it matters.
struct MemberTable: Sendable {
  private var table: OrderedDictionary<MemberId, ClassicMember> = [:]
  private var byInstance = Index<InstanceId, MemberId>()
  /// How many members support an assignor; few names, so a list.
  private var support: [(name: String, count: Int)] = []
  /// A Java map never shrinks, and its size decides its order.
  private var largestCount = 0
  /// Members whose JoinGroup waits.
  private(set) var waitingCount = 0
  /// Members that joined the generation and have not sent SyncGroup.
  private(set) var owingCount = 0

  var count: Int { table.count }
  var isEmpty: Bool { table.isEmpty }
  var all: [ClassicMember] { Array(table.values) }
  var ids: [MemberId] { Array(table.keys) }

  /// As `java.util.HashMap` walks over them.
  var inHashOrder: [ClassicMember] {
    JavaOrder.ordered(all, largestCount: largestCount) { JavaOrder.hashCode($0.memberId.text) }
  }

  var rebalanceTimeoutMs: Int64 {
    table.values.reduce(0) { max($0, Int64($1.rebalanceTimeoutMs)) }
  }

  subscript(id: MemberId) -> ClassicMember? { table[id] }

  func contains(_ id: MemberId) -> Bool { table.index(forKey: id) != nil }
  func id(at slot: Int) -> MemberId { table.keys[slot] }
  func slot(of id: MemberId) -> Int? { table.index(forKey: id) }
  func id(of instance: InstanceId) -> MemberId? { byInstance[instance] }
  func member(at slot: Int) -> ClassicMember { table.values[slot] }

  /// How many members support this assignor.
  func supporters(of name: String) -> Int { support.first { $0.name == name }?.count ?? 0 }

  /// The assignors that all members support, in no particular order.
  var commonProtocols: [String] { support.filter { $0.count == count }.map(\.name) }
}

extension MemberTable {
  /// Puts a new member in, last.
  mutating func add(_ member: ClassicMember) {
    precondition(!contains(member.memberId), "a member is added once")
    if let instance = member.groupInstanceId { byInstance[instance] = member.memberId }
    if member.parkedJoin != nil { waitingCount += 1 }
    count(member.protocols, by: 1)
    table[member.memberId] = member
    largestCount = max(largestCount, table.count)
  }

  @discardableResult
  mutating func remove(_ id: MemberId) -> ClassicMember? {
    guard let member = table.removeValue(forKey: id) else { return nil }
    if let instance = member.groupInstanceId, byInstance[instance] == id {
      byInstance[instance] = nil
    }
    if member.parkedJoin != nil { waitingCount -= 1 }
    if member.owesSync { owingCount -= 1 }
    count(member.protocols, by: -1)
    return member
  }

  /// Changes what is not counted: timers, assignment, flags, the parked SyncGroup.
  mutating func update<Result>(at slot: Int, _ change: (inout ClassicMember) -> Result) -> Result {
    change(&table.values[slot])
  }

  /// Stores what a JoinGroup says of its member.
  mutating func setProtocols(_ protocols: [JoinGroupRequest.GroupProtocol], at slot: Int) {
    count(table.values[slot].protocols, by: -1)
    count(protocols, by: 1)
    table.values[slot].protocols = protocols
  }

  /// Parks a JoinGroup; one parked before is forgotten, as in Kafka, and never answered.
  mutating func park(_ token: RequestToken, at slot: Int) {
    if table.values[slot].parkedJoin == nil { waitingCount += 1 }
    table.values[slot].parkedJoin = token
  }

  mutating func unpark(at slot: Int) -> RequestToken? {
    guard let token = table.values[slot].parkedJoin else { return nil }
    table.values[slot].parkedJoin = nil
    waitingCount -= 1
    return token
  }

  mutating func setOwesSync(_ owes: Bool, at slot: Int) {
    guard table.values[slot].owesSync != owes else { return }
    table.values[slot].owesSync = owes
    owingCount += owes ? 1 : -1
  }

  private mutating func count(_ protocols: [JoinGroupRequest.GroupProtocol], by step: Int) {
    for (place, offered) in protocols.enumerated() {
      // Who names it twice supports it once. Kafka counts it twice, finds nothing then that all
      // support, and throws when the join phase completes.
      if protocols[..<place].contains(where: { $0.name == offered.name }) { continue }
      if let at = support.firstIndex(where: { $0.name == offered.name }) {
        support[at].count += step
        if support[at].count == 0 { support.remove(at: at) }
      } else {
        support.append((offered.name, step))
      }
    }
  }
}
