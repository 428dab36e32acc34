import Coordinator
import KafkaModel

/// All that can happen to the group coordinator of a broker: with the same inputs at the same times
/// another one does the same.
enum CoordinatorInput {
  case request(Request, RequestContext)
  case timer(CoordinatorTimer)
  case written(AppendId)
  case ended(TransactionMarker, partition: Int32)
  case unload
  /// What was written down by then.
  case load([CoordinatorRecord])
}

extension GroupCoordinator {
  /// nil where it is not active, and so takes no marker.
  mutating func take(_ input: CoordinatorInput, nowMs: Int64) -> CoordinatorOutcome? {
    switch input {
    case .request(let request, let context): handle(request, context, nowMs: nowMs)
    case .timer(let timer): fire(timer, nowMs: nowMs)
    case .written(let id): appendConfirmed(id, nowMs: nowMs)
    case .ended(let marker, let partition):
      endTransaction(marker, partition: partition, nowMs: nowMs)
    case .unload: unload(nowMs: nowMs)
    case .load(let records): load(records, nowMs: nowMs)
    }
  }
}
