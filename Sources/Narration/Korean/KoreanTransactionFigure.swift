import Feed
import KafkaModel

/// The picture's words about transactions in Korean.
struct KoreanTransactionFigure: TransactionPhrasebook {
  func producer(_ word: ProducerWord) -> String {
    switch word {
    case .dead: "죽음"
    case .ended: "끝남"
    case .fenced: "차단"
    case .failed: "실패"
    case .mustAbort: "중단 필요"
    }
  }
  func epoch(_ epoch: Int16) -> String { "에포크 \(epoch)" }
  func timeout(ms: Int64) -> String { "타임아웃 \(KoreanTerms().seconds(ms))" }
  func open(_ topic: String?, _ marks: [(partition: Int32, from: Offset)]) -> String {
    let list = marks.map { "\($0.partition): \($0.from)부터" }.joined(separator: ", ")
    return "\(topic ?? "파티션") \(list)"
  }
  func openIn(_ partitions: Int) -> String { "파티션 \(partitions)개" }
  func andMore(_ count: Int) -> String { "외 \(count)개" }
  func stableOffset(_ offset: Offset, of end: Offset?) -> String {
    "LSO \(offset)\(end.map { "/\($0)" } ?? "")"
  }
  var unread: String { "밀린 수" }
  var duplicates: String { "중복" }
  var lost: String { "유실" }
  func tally(_ tally: DeliveryTally) -> TallyText {
    let (done, committed) = (
      NumberWords.grouped(tally.done), NumberWords.grouped(tally.committed)
    )
    return TallyText(
      head: "입력 \(done) 처리 → 출력 \(committed) 커밋",
      duplicates: "\(duplicates) \(NumberWords.grouped(tally.duplicates))",
      lost: "\(lost) \(NumberWords.grouped(tally.lost))",
      aborted: "중단 \(NumberWords.grouped(tally.aborted))",
      open: "미결 \(NumberWords.grouped(tally.open))")
  }
}
