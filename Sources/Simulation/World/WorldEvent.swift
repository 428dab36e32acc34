import Client
import Coordinator
import Feed
import KafkaModel

/// One thing the world's clock runs into: a delivered message or a fired timer.
enum WorldEvent: Sendable {
  case nothing
  /// A request reaches its broker.
  case request(Envelope<Request>)
  /// An answer reaches its client.
  case response(Envelope<Response>)
  /// A client's connection has been found broken for this request.
  case failed(Address)
  /// The process in the slot starts.
  case begin(MemberSlot)
  /// The process in the slot starts again after a stop of all, if no other has since then.
  case beginAgain(MemberSlot, process: Int32)
  /// The one deadline a member asked for.
  case wake(Party, process: Int32)
  case coordinatorTimer(CoordinatorTimer)
  case confirmed(AppendId)
  case transactions(TransactionDue)
  /// The process of a producer without a consumer starts.
  case beginProducer(ProducerSlot)
  /// The new coordinator has read the log; in its how manieth term.
  case loaded(term: Int32)
  /// A parked Fetch has waited for `fetch.max.wait.ms`, or there is something to read. The
  /// queue is the broker's purgatory.
  case fetchDue(Envelope<FetchRequest>, deadlineMs: Int64)
  /// The next entry of prologue or script is due.
  case script
}
