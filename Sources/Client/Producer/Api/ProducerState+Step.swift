import KafkaModel

/// A producer's transitions; a leaf machine.
extension ProducerState {
  enum Input: Hashable, Sendable, CaseIterable {
    case initCalled
    case beginCalled
    /// send() or sendOffsetsToTransaction().
    case sendCalled
    case commitCalled
    case abortCalled
    /// InitProducerId was answered.
    case producerIdGiven
    /// EndTxn was answered, or there was nothing to end.
    case transactionEnded
    /// The same, but the producer cannot go on with its epoch.
    case epochUsedUp
    case abortableErrorMet
    case fatalErrorMet
  }

  enum Action: Hashable, Sendable {
    case nothing
    /// The call throws.
    case refuse
    /// What was not sent yet never will be.
    case giveUnsentUp
    /// READY: whoever waits for the end of the transaction is told.
    case tellReady
    case fail
  }

  mutating func handle(_ input: Input) -> Action {
    let step = after(input)
    self = step.next
    return step.action
  }

  consuming func after(_ input: Input) -> (next: ProducerState, action: Action) {
    if case .fatalErrorMet = input { return (.fatalError, self == .fatalError ? .nothing : .fail) }
    switch consume self {
    case .uninitialized:
      if case .initCalled = input { return (.initializing, .nothing) }
      return (.uninitialized, input.isCall ? .refuse : .nothing)
    case .initializing:
      if case .producerIdGiven = input { return (.ready, .tellReady) }
      return (.initializing, input.isCall ? .refuse : .nothing)
    case .ready:
      if case .beginCalled = input { return (.inTransaction, .nothing) }
      return (.ready, input.isCall ? .refuse : .nothing)
    case .inTransaction:
      switch input {
      case .sendCalled: return (.inTransaction, .nothing)
      case .commitCalled: return (.committingTransaction, .nothing)
      case .abortCalled: return (.abortingTransaction, .giveUnsentUp)
      case .abortableErrorMet: return (.abortableError, .giveUnsentUp)
      default: return (.inTransaction, input.isCall ? .refuse : .nothing)
      }
    case .committingTransaction:
      switch input {
      case .transactionEnded: return (.ready, .tellReady)
      case .epochUsedUp: return (.initializing, .nothing)
      case .abortableErrorMet: return (.abortableError, .giveUnsentUp)
      default: return (.committingTransaction, input.isCall ? .refuse : .nothing)
      }
    case .abortingTransaction:
      switch input {
      case .transactionEnded: return (.ready, .tellReady)
      case .epochUsedUp: return (.initializing, .nothing)
      default: return (.abortingTransaction, input.isCall ? .refuse : .nothing)
      }
    case .abortableError:
      if case .abortCalled = input { return (.abortingTransaction, .giveUnsentUp) }
      return (.abortableError, input.isCall ? .refuse : .nothing)
    case .fatalError: return (.fatalError, input.isCall ? .refuse : .nothing)
    }
  }
}

extension ProducerState.Input {
  fileprivate var isCall: Bool {
    switch self {
    case .initCalled, .beginCalled, .sendCalled, .commitCalled, .abortCalled: true
    case .producerIdGiven, .transactionEnded, .epochUsedUp, .abortableErrorMet, .fatalErrorMet:
      false
    }
  }
}
