import Coordinator
import KafkaModel
import Testing

@testable import Client

/// What each error code of each answer does to a producer in a transaction.
struct ProducerAnswerTests {
  struct Case: CustomTestStringConvertible {
    var api: ApiKey
    var error: ErrorCode
    var then: Then
    var testDescription: String { "\(api) \(error)" }

    enum Then { case again, abort, fatal }

    init(_ api: ApiKey, _ error: ErrorCode, _ then: Then) {
      self.api = api
      self.error = error
      self.then = then
    }
  }

  static let cases: [Case] =
    [ApiKey.addPartitionsToTxn, .addOffsetsToTxn, .endTxn].flatMap { api in
      [
        Case(api, .notCoordinator, .again), Case(api, .coordinatorNotAvailable, .again),
        Case(api, .coordinatorLoadInProgress, .again), Case(api, .concurrentTransactions, .again),
        Case(api, .transactionAbortable, .abort),
        Case(api, .producerFenced, .fatal), Case(api, .invalidProducerEpoch, .fatal),
        Case(api, .invalidTxnState, .fatal),
        Case(api, .transactionalIdAuthorizationFailed, .fatal),
      ]
    } + [
      Case(.addPartitionsToTxn, .unknownTopicOrPartition, .again),
      Case(.addPartitionsToTxn, .topicAuthorizationFailed, .abort),
      Case(.addOffsetsToTxn, .groupAuthorizationFailed, .abort),
      Case(.txnOffsetCommit, .notCoordinator, .again),
      Case(.txnOffsetCommit, .requestTimedOut, .again),
      Case(.txnOffsetCommit, .coordinatorLoadInProgress, .again),
      Case(.txnOffsetCommit, .concurrentTransactions, .again),
      Case(.txnOffsetCommit, .unknownTopicOrPartition, .again),
      Case(.txnOffsetCommit, .illegalGeneration, .abort),
      Case(.txnOffsetCommit, .unknownMemberId, .abort),
      Case(.txnOffsetCommit, .fencedInstanceId, .abort),
      Case(.txnOffsetCommit, .transactionAbortable, .abort),
      Case(.txnOffsetCommit, .producerFenced, .fatal),
      Case(.txnOffsetCommit, .invalidProducerEpoch, .fatal),
      Case(.produce, .notLeaderOrFollower, .again), Case(.produce, .notEnoughReplicas, .again),
      Case(.produce, .concurrentTransactions, .again), Case(.produce, .requestTimedOut, .again),
      Case(.produce, .outOfOrderSequenceNumber, .abort),
      Case(.produce, .invalidProducerEpoch, .abort), Case(.produce, .invalidTxnState, .abort),
      Case(.produce, .transactionAbortable, .abort), Case(.produce, .messageTooLarge, .abort),
      Case(.produce, .producerFenced, .fatal),
      Case(.produce, .transactionalIdAuthorizationFailed, .fatal),
    ]

  @Test(arguments: cases)
  func errorsAreCuredOrTold(_ item: Case) {
    var world = TransactionStoryTests.world(.one)
    world.refusing = [(item.api, item.error)]
    LossTests.transaction(&world, commit: true)
    let notes = world.takeNotes()
    #expect(world.refusing.isEmpty)
    switch item.then {
    case .again: #expect(notes.last == .committed)
    case .abort:
      #expect(notes.contains(.mustAbort(item.error, item.api)))
      #expect(world.state() == .abortableError)
      world.tell("A", .abortTransaction)
      world.advance(1_000)
      #expect(world.takeNotes().last == .aborted)
      LossTests.transaction(&world, commit: true)
      #expect(world.takeNotes().last == .committed)
    case .fatal:
      #expect(notes.contains(.failed(item.error, item.api)))
      #expect(world.state() == .fatalError)
    }
    #expect(world.count(.open) == 0 || item.then == .fatal)
  }

  @Test func aTimeoutThatTheBrokerDoesNotAllowIsFatal() {
    var world = TransactionWorld()
    world.add("A") { $0.transactionTimeoutMs = 900_001 }
    world.tell("A", .initTransactions)
    #expect(world.takeNotes().last == .failed(.invalidTransactionTimeout, .initProducerId))
  }

  /// Where the coordinator has forgotten the id it would refuse EndTxn too: a new id is asked for.
  @Test(arguments: [TransactionVersion.one, .two])
  func aForgottenIdNeedsNoEndOfItsTransaction(_ version: TransactionVersion) {
    var world = TransactionStoryTests.world(version)
    world.tell("A", .beginTransaction, .send(TransactionStoryTests.out, count: 1))
    world.coordinator = TransactionCoordinator(config: world.coordinator.config)
    world.tell("A", .commitTransaction)
    #expect(world.takeNotes().last == .mustAbort(.invalidProducerIdMapping, .endTxn))
    world.sent = []
    world.tell("A", .abortTransaction)
    #expect(world.takeNotes().last == .aborted)
    #expect(world.sent.map(\.apiKey) == [.initProducerId])
  }

  @Test func aForgottenIdIsNoticedWhenPartitionsAreAdded() {
    var world = TransactionStoryTests.world(.one)
    world.coordinator = TransactionCoordinator(config: world.coordinator.config)
    world.tell("A", .beginTransaction, .send(TransactionStoryTests.out, count: 1))
    #expect(world.takeNotes().last == .mustAbort(.invalidProducerIdMapping, .addPartitionsToTxn))
    world.tell("A", .abortTransaction)
    #expect(world.takeNotes().last == .aborted)
    LossTests.transaction(&world, commit: true)
    #expect(world.count(.committed) == 3)
  }
}
