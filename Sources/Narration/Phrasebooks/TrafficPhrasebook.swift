import Feed
import KafkaModel

/// The words of the panes of messages and of `__consumer_offsets` in one language.
protocol TrafficPhrasebook: Sendable {
  /// In place of a member id in a first JoinGroup.
  var noMemberId: String { get }
  func id(_ id: String) -> String
  func generation(_ generation: Int64) -> String
  func coordinatorIs(_ broker: BrokerId) -> String
  /// The leader's answer carries the members; the others' names the leader.
  func leads(members: Int) -> String
  func leader(_ leader: String) -> String
  func owns(_ who: String, _ partitions: String) -> String
  /// An answer's own part of the plan.
  func youOwn(_ partitions: String) -> String
  var nothing: String { get }
  func offsets(_ list: String) -> String
  /// Nothing is committed: `auto.offset.reset` says where it begins.
  func noOffsets(reset: String?) -> String
  func brokers(_ count: Int) -> String
  func partitions(of topic: String, _ count: Int64) -> String
  /// What ListOffsets asks for: -2 the earliest offset, -1 the latest, else a time.
  func timestamp(_ timestamp: Int64) -> String
  /// Where a Fetch begins.
  func from(_ partition: String, _ offset: Offset) -> String
  var tombstone: String { get }
  func group(_ group: GroupId) -> String
  func nextOffset(_ offset: Offset) -> String
  var noMembers: String { get }
  func producer(_ id: Int64, epoch: Int64) -> String
  /// In a transaction.
  func pendingOffset(_ offset: Offset, of producer: Producer) -> String
  func controlRecord(of producer: Producer) -> String
}
