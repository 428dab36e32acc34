import Feed
import KafkaModel

/// The words of the panes in one language.
public protocol PanePhrasebook: Sendable {
  var log: String { get }
  var noLog: String { get }
  var settings: String { get }
  var countdowns: String { get }
  var nothingDue: String { get }
  /// What did not fit, counted.
  func moreDue(_ count: Int) -> String
  func moreSettings(_ count: Int) -> String
  /// Kafka's own names stay; those of a simulation are translated.
  func setting(_ key: String) -> String
  func place(_ place: Setting.Place) -> String
  var messages: String { get }
  var noMessages: String { get }
  var allMembers: String { get }
  var anyBroker: String { get }
  /// The broker that leads the partition.
  var logBroker: String { get }
  /// The broker that coordinates the transaction.
  var transactionBroker: String { get }
  /// What an answer waits for, as a row of its own: a setting, all members, or the plan.
  func waits(_ setting: String, ms: Int64) -> String
  var waitsForMembers: String { get }
  var waitsForPlan: String { get }
  func waited(ms: Int64) -> String
  func more(_ count: Int) -> String
  /// What a filter has left.
  func filtered(_ kept: Int, of all: Int, by text: String) -> String
  func records(of topicPartition: String) -> String
  var noRecords: String { get }
  /// A live source's.
  var recordsNotSeen: String { get }
  var consoles: String { get }
  /// Of a terminal in which nothing has been started.
  var notStarted: String { get }
  /// Heads of the offsets' columns.
  var partition: String { get }
  var committed: String { get }
  var readTo: String { get }
  var logEnd: String { get }
  /// Read, and not committed yet.
  var notCommitted: String { get }
  /// What was read before and not committed.
  func readsAgain(until offset: Offset) -> String
  func columns(_ from: Int, _ to: Int, of all: Int) -> String
  var grid: String { get }
  func gridSize(members: Int, partitions: Int) -> String
  func partitions(_ from: Int, _ to: Int, of all: Int) -> String
  var owner: String { get }
  /// Members of the grid without a row of their own.
  func moreMembers(_ count: Int, owning partitions: Int) -> String
  func selected(_ partition: String, owner: String?, lag: String, notRead: String?) -> String
  func meaning(_ deadline: Deadline) -> String
}
