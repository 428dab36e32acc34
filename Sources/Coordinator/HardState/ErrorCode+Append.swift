import KafkaModel

extension ErrorCode {
  /// What a client is told if a write to `__consumer_offsets` or `__transaction_state` failed with
  /// this error (`appendGroupMetadataErrorToResponseError`, `appendTransactionToLog`).
  var afterAppend: ErrorCode {
    switch self {
    case .unknownTopicOrPartition, .notEnoughReplicas, .notEnoughReplicasAfterAppend,
      .requestTimedOut:
      .coordinatorNotAvailable
    case .notLeaderOrFollower, .kafkaStorageError: .notCoordinator
    case .messageTooLarge, .recordListTooLarge: .unknownServerError
    default: self
    }
  }

  /// Only appends have them, and they are told to nobody.
  private static let recordListTooLarge = ErrorCode(18)
  private static let notEnoughReplicasAfterAppend = ErrorCode(20)
}
