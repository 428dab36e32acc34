import Feed
import KafkaModel

/// The words of the picture about transactions, in one language.
public protocol TransactionPhrasebook: Sendable {
  func producer(_ word: ProducerWord) -> String
  func epoch(_ epoch: Int16) -> String
  func timeout(ms: Int64) -> String
  /// Partitions of one topic and the offsets from which a transaction has records there.
  ///
  /// - Parameter topic: nil where a partition is named by its number alone.
  func open(_ topic: String?, _ marks: [(partition: Int32, from: Offset)]) -> String
  /// The same in few words.
  func openIn(_ partitions: Int) -> String
  /// Behind what is listed.
  func andMore(_ count: Int) -> String
  /// - Parameter end: the high watermark; nil where there is no room for it.
  func stableOffset(_ offset: Offset, of end: Offset?) -> String
  /// In ten columns.
  var duplicates: String { get }
  var lost: String { get }
  /// Records that are in the logs and have not been read.
  var unread: String { get }
  func tally(_ tally: DeliveryTally) -> TallyText
}

/// What has come of the group's input, part by part.
public struct TallyText: Hashable, Sendable {
  /// What went in and came out.
  public var head: String
  public var duplicates: String
  public var lost: String
  public var aborted: String
  public var open: String

  /// All parts in one line.
  public var whole: String { [head, duplicates, lost, aborted, open].joined(separator: " · ") }

  init(head: String, duplicates: String, lost: String, aborted: String, open: String) {
    self.head = head
    self.duplicates = duplicates
    self.lost = lost
    self.aborted = aborted
    self.open = open
  }
}
