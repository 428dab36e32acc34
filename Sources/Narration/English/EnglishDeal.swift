import Feed

/// Inside of an assignor, in English.
struct EnglishDeal: DealPhrasebook {
  let terms = EnglishTerms()

  let rule = "Rule"
  let done = "Dealt"
  let next = "Next"
  let nothingYet = "Nothing yet."
  let over = "That is the plan: the leader sends it with SyncGroup."

  func count(_ number: Int, of all: Int) -> String { "\(number) of \(all) decisions" }

  func rule(of assignor: String) -> String {
    switch assignor {
    case "range":
      """
      range: each topic by itself. Its partitions in order are cut into equal shares; the first \
      members get one more.
      """
    case "roundrobin":
      "round robin: all partitions of all topics in one row, dealt to the members in turn."
    case "sticky":
      """
      sticky: balance first. Then each keeps what it had, and what is free goes to whoever has \
      the fewest.
      """
    case "cooperative-sticky":
      """
      cooperative sticky: as sticky, but what would go from one member to another is held back \
      until it has been given up.
      """
    default: "\(assignor) deals."
    }
  }

  func tell(_ move: DealRemark) -> String {
    switch move {
    case .topic(let topic, let partitions, let members):
      """
      \(topic.text): \(partitions) \(partitions == 1 ? "partition" : "partitions") for \
      \(terms.list(members)), in this order.
      """
    case .gave(let name, let slot, let reason): gave(terms.partition(name), slot.letter, reason)
    case .withheld(let name, let slot, let from):
      """
      \(terms.partition(name)) would go to \(slot.letter): held back, until \
      \(from?.letter ?? "its owner") has given it up.
      """
    }
  }

  private func gave(_ partition: String, _ letter: String, _ reason: Deal.Reason) -> String {
    switch reason {
    case .rangeShare(let first, let share):
      share == 1
        ? "\(partition) to \(letter): its share is one."
        : "\(partition) to \(letter): its share is \(share), from \(first) on."
    case .sameRack: "\(partition) to \(letter): a replica is on its rack."
    case .turn: "\(partition) to \(letter): its turn."
    case .kept: "\(partition) stays with \(letter), which had it."
    case .fewest: "\(partition) to \(letter), which has the fewest."
    case .evened(let from): "\(partition) from \(from.letter), which has more, to \(letter)."
    }
  }
}
