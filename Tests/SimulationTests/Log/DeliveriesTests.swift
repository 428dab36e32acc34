import Feed
import KafkaModel
import Testing

@testable import Simulation

struct DeliveriesTests {
  private static let input = TopicPartition("in", 0)

  private static func source(_ first: Int64, _ count: Int64) -> RecordSource {
    RecordSource(input, first: Offset(first), count: count)
  }

  private static func span(_ sources: RecordSource...) -> LogSpan {
    LogSpan(
      first: Offset(0), count: sources.reduce(0) { $0 + $1.count }, kind: .open, sources: sources)
  }

  @Test func `a commit makes open records count, an abort does not`() {
    var deliveries = Deliveries()
    deliveries.opened(7)
    #expect(deliveries.tally == DeliveryTally(open: 7))
    deliveries.decided([Self.span(Self.source(0, 3))], isCommit: true)
    deliveries.decided([Self.span(Self.source(3, 4))], isCommit: false)
    #expect(deliveries.tally == DeliveryTally(committed: 3, aborted: 4))
  }

  @Test func `a record that counts a second time is a duplicate`() {
    var deliveries = Deliveries()
    deliveries.committed([Self.source(0, 5)], count: 5)
    deliveries.committed([Self.source(3, 4)], count: 4)
    #expect(deliveries.tally.committed == 9 && deliveries.tally.duplicates == 2)
    #expect(deliveries.count(of: Self.input, below: Offset(6)) == 6)
    #expect(deliveries.count(of: TopicPartition("in", 1), below: Offset(6)) == 0)
  }

  @Test func `what is done and does not count is lost, unless its marker is on its way`() {
    var deliveries = Deliveries()
    deliveries.opened(5)
    let done = [(partition: Self.input, below: Offset(5), records: Int64(5))]
    deliveries.settle(done, promised: [Self.source(0, 5)])
    #expect(deliveries.tally.lost == 0 && deliveries.tally.done == 5)
    deliveries.settle(done, promised: [Self.source(0, 3)])
    #expect(deliveries.tally.lost == 2)
    deliveries.decided([Self.span(Self.source(0, 5))], isCommit: true)
    deliveries.settle(done, promised: [])
    #expect(deliveries.tally == DeliveryTally(done: 5, committed: 5))
  }

  @Test func `each change is news once`() {
    var deliveries = Deliveries()
    #expect(deliveries.takeNews() == nil)
    deliveries.opened(2)
    #expect(deliveries.takeNews() == DeliveryTally(open: 2))
    #expect(deliveries.takeNews() == nil)
  }
}
