import Feed

/// Log and settings in English.
struct EnglishPane: PanePhrasebook {
  var log: String { "Log" }
  var noLog: String { "nothing has happened yet" }
  var settings: String { "Settings" }
  var countdowns: String { "Due" }
  var nothingDue: String { "nothing is due" }
  func moreDue(_ count: Int) -> String { "\(count) more, less urgent" }
  func moreSettings(_ count: Int) -> String { "\(count) more" }

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
