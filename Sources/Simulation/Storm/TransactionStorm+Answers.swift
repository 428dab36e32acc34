import Coordinator
import KafkaModel

/// A request that has no answer yet.
struct OpenTransactionRequest: Sendable {
  let token: RequestToken
  let request: Request
  let version: Int16
  /// What it must be answered at once, as far as that is known.
  let expected: ErrorCode?
  /// The write that it waits for.
  var append: AppendId?
}

extension TransactionStorm {
  /// One answer has come.
  mutating func close(_ reply: CoordinatorOutcome.Reply) {
    let response = reply.response
    guard let place = open.firstIndex(where: { $0.token == reply.token }) else {
      return report(.oneAnswer, "\(response.apiKey) has two, or nobody asked")
    }
    let asked = open.remove(at: place)
    let api = asked.request.apiKey
    guard response.apiKey == api, asked.request.hasShape(of: response) else {
      return report(.lawfulAnswer, "\(api) is answered as \(response.apiKey), or in another shape")
    }
    let possible = PossibleAnswers.errors(of: asked.request, version: asked.version)
    if let alien = response.errors.first(where: { !possible.contains($0) }) {
      report(.lawfulAnswer, "\(api) v\(asked.version) is answered \(alien)")
    }
    if let expected = asked.expected, let told = response.errors.first, told != expected {
      report(.lawfulAnswer, "\(api) v\(asked.version) is answered \(told), not \(expected)")
    }
    checkProducer(asked.request, response)
  }

  /// A producer that is told to somebody is the one that was written down.
  private mutating func checkProducer(_ request: Request, _ response: Response) {
    switch (request, response) {
    case (.initProducerId(let asked), .initProducerId(let answer)) where answer.isGood:
      requests.learn(answer.producer)
      guard let id = asked.transactionalId else {
        if let finding = ledger.give(answer.producer, to: nil) {
          report(finding.invariant, finding.detail)
        }
        return
      }
      if ledger.value(of: id)?.producer != answer.producer {
        report(.producerIsOne, "\(answer.producer) was not written for \(id)")
      }
    case (.endTxn(let asked), .endTxn(let answer)) where answer.errorCode == .none:
      requests.learn(answer.producer)
      guard let value = ledger.value(of: asked.transactionalId) else { return }
      let next =
        value.nextProducerId < 0 ? value.producer : Producer(id: value.nextProducerId, epoch: 0)
      if next != answer.producer {
        report(.producerIsOne, "\(answer.producer) does not come after \(value.producer)")
      }
    default: break
    }
  }

  /// What the planted bug makes of an outcome.
  func bend(_ outcome: TransactionOutcome) -> TransactionOutcome {
    guard let plant else { return outcome }
    var bent = outcome
    if plant == .scansAtOnce {
      for place in bent.timers.indices { bent.timers[place].atMs = nowMs }
    }
    guard let first = outcome.replies.first else { return bent }
    bent.replies = bend(first) + outcome.replies.dropFirst()
    return bent
  }

  private func bend(_ reply: CoordinatorOutcome.Reply) -> [CoordinatorOutcome.Reply] {
    let token = reply.token
    switch (plant, reply.response) {
    case (.answersTwice, .initProducerId): return [reply, reply]
    case (.losesAnswers, .endTxn(let answer)) where answer.errorCode == .none: return []
    case (.wrongError, .endTxn):
      let answer = EndTxnResponse(errorCode: .invalidTransactionTimeout)
      return [.init(token: token, response: .endTxn(answer))]
    case (.fencesTheRightOne, .addOffsetsToTxn(let answer)) where answer.errorCode != .none:
      let answer = AddOffsetsToTxnResponse(errorCode: .invalidProducerIdMapping)
      return [.init(token: token, response: .addOffsetsToTxn(answer))]
    case (.sharesProducerIds, .initProducerId(let answer)) where answer.isGood:
      guard let shared = ledger.value(of: "tx")?.producer else { return [reply] }
      let answer = InitProducerIdResponse(producer: shared)
      return [.init(token: token, response: .initProducerId(answer))]
    default: return [reply]
    }
  }

  /// What the planted bug makes of a record; nil where it is not shown.
  func bend(_ record: TransactionRecord) -> TransactionRecord? {
    guard let plant, let value = record.value else { return record }
    var bent = record
    switch (plant, value.state) {
    case (.epochGoesBack, .completeCommit): bent.value?.producer.epoch -= 1
    case (.epochGoesBack, .empty) where log.count % 5 == 0 && value.producer.epoch > 0:
      bent.value?.producer.epoch -= 1
    case (.skipsOngoing, .ongoing): return nil
    case (.changesItsMind, .completeCommit): bent.value?.state = .completeAbort
    default: break
    }
    return bent
  }
}

extension Request {
  /// Whether the answer names what was asked about.
  fileprivate func hasShape(of response: Response) -> Bool {
    guard case .addPartitionsToTxn(let asked) = self,
      case .addPartitionsToTxn(let answer) = response
    else { return true }
    return asked.topics.map(\.name) == answer.topics.map(\.name)
      && asked.topics.map(\.partitions) == answer.topics.map { $0.partitions.map(\.partitionIndex) }
  }
}

extension InitProducerIdResponse {
  fileprivate var isGood: Bool { errorCode == .none }
}
