import Feed
import KafkaModel

/// The picture's words about transactions in English.
struct EnglishTransactionFigure: TransactionPhrasebook {
  func producer(_ word: ProducerWord) -> String {
    switch word {
    case .dead: "dead"
    case .ended: "ended"
    case .fenced: "fenced"
    case .failed: "failed"
    case .mustAbort: "must abort"
    }
  }
  func epoch(_ epoch: Int16) -> String { "epoch \(epoch)" }
  func timeout(ms: Int64) -> String { "timeout \(EnglishTerms().seconds(ms))" }
  func open(_ topic: String?, _ marks: [(partition: Int32, from: Offset)]) -> String {
    let list = marks.map { "\($0.partition) from \($0.from)" }.joined(separator: ", ")
    return "\(topic ?? EnglishFigure().partitionShort) \(list)"
  }
  func openIn(_ partitions: Int) -> String {
    "\(partitions) \(partitions == 1 ? "partition" : "partitions")"
  }
  func andMore(_ count: Int) -> String { "and \(count) more" }
  func stableOffset(_ offset: Offset, of end: Offset?) -> String {
    "LSO \(offset)\(end.map { "/\($0)" } ?? "")"
  }
  var unread: String { "unread" }
  var duplicates: String { "duplicates" }
  var lost: String { "lost" }
  func tally(_ tally: DeliveryTally) -> TallyText {
    let (done, committed) = (
      NumberWords.grouped(tally.done), NumberWords.grouped(tally.committed)
    )
    return TallyText(
      head: "in \(done) done → out \(committed) committed",
      duplicates: "\(duplicates) \(NumberWords.grouped(tally.duplicates))",
      lost: "\(lost) \(NumberWords.grouped(tally.lost))",
      aborted: "aborted \(NumberWords.grouped(tally.aborted))",
      open: "open \(NumberWords.grouped(tally.open))")
  }
}
