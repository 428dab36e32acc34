import Coordinator
import Feed
import KafkaModel

/// The transaction coordinator's clock, its log and its markers.
extension World {
  mutating func absorb(_ outcome: TransactionOutcome, into events: inout [TimedEvent]) {
    for happening in outcome.happenings { translate(happening, into: &events) }
    for timer in outcome.timers { queue.put(.transactions(.timer(timer)), atMs: timer.atMs) }
    for append in outcome.appends {
      queue.put(.transactions(.written(append.id)), atMs: nowMs + Self.writeMs)
    }
    for order in outcome.markers {
      for partition in order.partitions {
        // WriteTxnMarkers is a request between brokers.
        let travelMs = generator.int(in: scenario.latencyMs)
        queue.put(.transactions(.marker(order, partition)), atMs: nowMs + travelMs)
      }
    }
    for reply in outcome.replies {
      if reply.token.value < 0 {
        resume(reply.token, reply.response, into: &events)
      } else {
        send(reply.response, to: Address(token: reply.token.value))
      }
    }
  }

  /// False for a timer that finds nothing due.
  mutating func run(_ due: TransactionDue, into events: inout [TimedEvent]) -> Bool {
    switch due {
    case .timer(let timer):
      let before = events.count
      absorb(transactions.fire(timer, nowMs: nowMs), into: &events)
      return events.count > before
    case .written(let id):
      absorb(transactions.appendConfirmed(id, nowMs: nowMs), into: &events)
    case .marker(let order, let partition): write(order, in: partition, into: &events)
    }
    return true
  }

  /// Another broker takes the transactions over, from what is written.
  mutating func moveTransactions(into events: inout [TimedEvent]) {
    let written = transactions.hardState
    absorb(transactions.unload(nowMs: nowMs), into: &events)
    transactionsId = BrokerId(transactionsId.value % Scenario.brokers + 1)
    absorb(transactions.load(written, nowMs: nowMs), into: &events)
  }
}
