/// The book's tables in English.
struct EnglishTable: TablePhrasebook {
  func orderTitle(table: String?) -> String {
    (table.map { "Table \($0)  " } ?? "") + "The order in which round robin deals"
  }
  var strategiesTitle: String { "Table 6-1  Four strategies" }
  var turn: String { "turn" }
  var partition: String { "partition" }
  var roundRobin: String { "round robin deals to" }
  func gave(_ assignor: String) -> String { "\(assignor) gave to" }
  var noMembers: String { "no member to deal to yet" }
  func more(_ count: Int) -> String { "\(count) more" }

  func strategy(_ assignor: String) -> String {
    switch assignor {
    case "range": "the default · each topic by itself, in shares · eager"
    case "roundrobin": "one after the other, whatever the topic: even · eager"
    case "sticky": "even, and each keeps what it can · eager: all stop"
    case "cooperative-sticky": "like sticky, but only what moves stops · two rounds"
    default: ""
    }
  }
}
