/// Questions that are asked together, and what came of them.
final class ObservationRound {
  let askedMs: Int64
  private var open = 0
  private var failure: BrokerFailure?
  private let ended: (BrokerFailure?) -> Void

  /// `ended` gets the first failure, once all questions have ended.
  init(askedMs: Int64, ended: @escaping (BrokerFailure?) -> Void) {
    self.askedMs = askedMs
    self.ended = ended
  }

  func begin() { open += 1 }

  func end(_ failure: BrokerFailure?) {
    if self.failure == nil { self.failure = failure }
    open -= 1
    if open == 0 { ended(self.failure) }
  }
}
