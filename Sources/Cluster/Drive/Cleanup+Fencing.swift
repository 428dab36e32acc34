import Client
import KafkaModel

extension Cleanup {
  /// InitProducerId in the name of dead producers, as an administrator's `fenceProducers` sends it:
  /// what they have left open is aborted, so that nobody waits for its timeout.
  ///
  /// What cannot be fenced ends by that timeout all the same, and is not worth a word.
  func fence(_ producers: [TransactionalId], tries: Int = 0, _ done: @escaping () -> Void) {
    guard let id = producers.first else { return done() }
    let find = FindCoordinatorRequest(keyType: 1, coordinatorKeys: [id.text])
    ask(.findCoordinator(find), .any) { result in
      guard case .success(.findCoordinator(let answer)) = result,
        let found = answer.coordinators.first
      else { return done() }
      if found.errorCode != .none { return self.next(producers, found.errorCode, tries, done) }
      let request = InitProducerIdRequest(transactionalId: id, transactionTimeoutMs: 1)
      self.ask(.initProducerId(request), .broker(found.nodeId)) { result in
        guard case .success(.initProducerId(let answer)) = result else { return done() }
        // CONCURRENT_TRANSACTIONS: the abort is on its way.
        self.next(producers, answer.errorCode, tries, done)
      }
    }
  }

  /// The same one again where that may help, else the one after it.
  private func next(
    _ producers: [TransactionalId], _ error: ErrorCode, _ tries: Int, _ done: @escaping () -> Void
  ) {
    if Self.passing.contains(error), tries < Self.mostTries {
      return afterPause { self.fence(producers, tries: tries + 1, done) }
    }
    fence(Array(producers.dropFirst()), tries: tries, done)
  }
}
