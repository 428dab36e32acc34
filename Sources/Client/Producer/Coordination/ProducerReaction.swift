import KafkaModel

/// What the Java client does about an answer's error code, request by request
/// (`TransactionManager`'s handlers, `Sender.completeBatch`).
enum ProducerReaction: Hashable, Sendable {
  case accept
  /// The same again after a backoff.
  case backOff
  /// The same, but the coordinator of the last transaction is about to be done with it.
  case backOffBriefly
  /// Find the coordinator, or the partition's leader, again, then the same after a backoff.
  case lookUp
  /// The application must abort.
  case abort
  /// The application must abort, and the producer needs another epoch then.
  case abortAndBump
  /// The producer is over.
  case fatal

  static func toFindCoordinator(_ error: ErrorCode) -> ProducerReaction {
    switch error {
    case .none: .accept
    case .coordinatorNotAvailable, .coordinatorLoadInProgress: .backOff
    case .groupAuthorizationFailed, .transactionAbortable: .abort
    default: .fatal
    }
  }

  static func toInitProducerId(_ error: ErrorCode) -> ProducerReaction {
    switch error {
    case .none: .accept
    case .coordinatorNotAvailable, .notCoordinator: .lookUp
    case .coordinatorLoadInProgress, .concurrentTransactions: .backOff
    default: .fatal
    }
  }

  /// - Parameter isFirst: nothing was added to the transaction before.
  static func toAddPartitions(_ error: ErrorCode, isFirst: Bool) -> ProducerReaction {
    switch error {
    case .none: .accept
    case .coordinatorNotAvailable, .notCoordinator: .lookUp
    case .concurrentTransactions: isFirst ? .backOffBriefly : .backOff
    case .coordinatorLoadInProgress, .unknownTopicOrPartition: .backOff
    case .invalidProducerEpoch, .producerFenced, .invalidTxnState,
      .transactionalIdAuthorizationFailed:
      .fatal
    case .invalidProducerIdMapping, .unknownProducerId: .abortAndBump
    default: .abort
    }
  }

  static func toAddOffsets(_ error: ErrorCode) -> ProducerReaction {
    error == .groupAuthorizationFailed ? .abort : toEnd(error)
  }

  static func toEnd(_ error: ErrorCode) -> ProducerReaction {
    switch error {
    case .none: .accept
    case .coordinatorNotAvailable, .notCoordinator: .lookUp
    case .coordinatorLoadInProgress, .concurrentTransactions: .backOff
    case .invalidProducerIdMapping, .unknownProducerId: .abortAndBump
    case .transactionAbortable: .abort
    default: .fatal
    }
  }

  static func toOffsetCommit(_ error: ErrorCode) -> ProducerReaction {
    switch error {
    case .none: .accept
    case .coordinatorNotAvailable, .notCoordinator, .requestTimedOut: .lookUp
    case .coordinatorLoadInProgress, .unknownTopicOrPartition, .concurrentTransactions: .backOff
    case .illegalGeneration, .unknownMemberId, .fencedInstanceId, .groupAuthorizationFailed,
      .transactionAbortable:
      .abort
    default: .fatal
    }
  }

  /// A leader's INVALID_PRODUCER_EPOCH is not the last word: the coordinator has it, at EndTxn
  /// (KIP-588).
  static func toProduce(_ error: ErrorCode) -> ProducerReaction {
    switch error {
    case .none, .duplicateSequenceNumber: .accept
    case .corruptMessage, .concurrentTransactions, .coordinatorLoadInProgress,
      .coordinatorNotAvailable, .notCoordinator, .notEnoughReplicas, .requestTimedOut:
      .backOff
    case .unknownTopicOrPartition, .leaderNotAvailable, .notLeaderOrFollower, .networkException,
      .kafkaStorageError, .fencedLeaderEpoch, .unknownLeaderEpoch:
      .lookUp
    case .producerFenced, .transactionalIdAuthorizationFailed, .clusterAuthorizationFailed,
      .unsupportedVersion:
      .fatal
    default: .abortAndBump
    }
  }
}
