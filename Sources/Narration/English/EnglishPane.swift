import Feed
import KafkaModel

/// The panes in English.
struct EnglishPane: PanePhrasebook {
  var log: String { "Log" }
  var noLog: String { "nothing has happened yet" }
  var settings: String { "Settings" }
  var countdowns: String { "Due" }
  var nothingDue: String { "nothing is due" }
  func moreDue(_ count: Int) -> String { "\(count) more, less urgent" }
  func moreSettings(_ count: Int) -> String { "\(count) more" }

  var messages: String { "Messages" }
  var noMessages: String { "no message has been sent yet" }
  var allMembers: String { "all members" }
  var anyBroker: String { "any broker" }
  var transactionBroker: String { "txn coord." }
  var logBroker: String { "log broker" }
  func waits(_ setting: String, ms: Int64) -> String {
    "waits \(setting)  \(TimeText.tenths(ms: ms)) s"
  }
  var waitsForMembers: String { "waits until all members have joined" }
  var waitsForPlan: String { "waits for the leader's plan" }
  func waited(ms: Int64) -> String { "waited \(TimeText.tenths(ms: ms)) s" }
  func filtered(_ kept: Int, of all: Int, by text: String) -> String {
    "/\(text)  \(kept) of \(all)"
  }
  func more(_ count: Int) -> String { "\(count) more" }
  func records(of topicPartition: String) -> String { "Records of \(topicPartition)" }
  var noRecords: String { "nothing has been written yet" }
  var recordsNotSeen: String { "not seen: regroup does not read this topic of a real cluster" }
  var consoles: String { "Terminals" }
  var notStarted: String { "not started yet" }
  var partition: String { "partition" }
  var committed: String { "committed" }
  var readTo: String { "read to" }
  var logEnd: String { "log end" }
  var notCommitted: String { "not committed" }
  func readsAgain(until offset: Offset) -> String { "again to \(offset)" }
  func columns(_ from: Int, _ to: Int, of all: Int) -> String {
    "columns \(from)-\(to) of \(all)"
  }
  var grid: String { "Grid" }
  func gridSize(members: Int, partitions: Int) -> String {
    func counted(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    return "\(counted(members, "member")) × \(counted(partitions, "partition"))"
  }
  func partitions(_ from: Int, _ to: Int, of all: Int) -> String {
    "‹ \(from)-\(to) of \(all) ›"
  }
  var owner: String { "owner" }
  func moreMembers(_ count: Int, owning partitions: Int) -> String {
    "\(count) more members own \(partitions) of these"
  }
  func selected(_ partition: String, owner: String?, lag: String, notRead: String?) -> String {
    [partition, owner ?? "nobody", "lag \(lag)", notRead.map { "not read for \($0)" }]
      .compactMap { $0 }.joined(separator: " · ")
  }

  func setting(_ key: String) -> String { key }

  func place(_ place: Setting.Place) -> String {
    switch place {
    case .consumer: "consumer"
    case .broker: "broker"
    case .producer: "producer"
    case .simulation: "simulation"
    }
  }

  func meaning(_ deadline: Deadline) -> String {
    switch deadline {
    case .session(let slot): "\(slot.letter)'s session ends"
    case .formerSession(let slot): "the session of \(slot.letter)'s old id ends"
    case .heartbeat(let slot): "\(slot.letter) sends a heartbeat"
    case .poll(let slot): "\(slot.letter) must call poll()"
    case .autoCommit(let slot): "\(slot.letter) commits"
    case .backoff(let slot): "\(slot.letter) tries again"
    case .initialDelay: "the first join phase ends"
    case .join: "the join phase ends without the others"
    case .sync: "who has not synced is removed"
    }
  }
}
