import KafkaModel

extension ErrorCode {
  /// What a client is told if a write to `__consumer_offsets` failed with this error
  /// (`appendGroupMetadataErrorToResponseError`).
  var afterAppend: ErrorCode {
    switch self {
    case .unknownTopicOrPartition, .notEnoughReplicas, .requestTimedOut:
      .coordinatorNotAvailable
    case .notLeaderOrFollower, .kafkaStorageError: .notCoordinator
    case .messageTooLarge: .unknownServerError
    default: self
    }
  }
}
