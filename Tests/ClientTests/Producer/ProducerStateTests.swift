import KafkaModel
import Testing

@testable import Client

/// Every state with every input, so that a pair that is not listed fails.
struct ProducerStateTests {
  static let table: [ProducerState: [ProducerState.Input: ProducerState]] = [
    .uninitialized: [.initCalled: .initializing],
    .initializing: [.producerIdGiven: .ready],
    .ready: [.beginCalled: .inTransaction],
    .inTransaction: [
      .sendCalled: .inTransaction, .commitCalled: .committingTransaction,
      .abortCalled: .abortingTransaction, .abortableErrorMet: .abortableError,
    ],
    .committingTransaction: [
      .transactionEnded: .ready, .epochUsedUp: .initializing, .abortableErrorMet: .abortableError,
    ],
    .abortingTransaction: [.transactionEnded: .ready, .epochUsedUp: .initializing],
    .abortableError: [.abortCalled: .abortingTransaction],
    .fatalError: [:],
  ]

  static let calls: [ProducerState.Input] = [
    .initCalled, .beginCalled, .sendCalled, .commitCalled, .abortCalled,
  ]

  @Test(arguments: ProducerState.allCases, ProducerState.Input.allCases)
  func everyPairIsListed(_ state: ProducerState, _ input: ProducerState.Input) {
    var after = state
    let action = after.handle(input)
    if input == .fatalErrorMet {
      #expect(after == .fatalError)
      #expect(action == (state == .fatalError ? .nothing : .fail))
    } else if let next = Self.table[state]?[input] {
      #expect(after == next)
      #expect(action != .refuse)
    } else {
      #expect(after == state)
      #expect(action == (Self.calls.contains(input) ? .refuse : .nothing))
    }
  }

  @Test func whoeverWaitsForTheEndIsToldWhenTheProducerIsReady() {
    for state in ProducerState.allCases {
      for input in ProducerState.Input.allCases {
        var after = state
        let action = after.handle(input)
        #expect((action == .tellReady) == (after == .ready && state != .ready))
      }
    }
  }
}
