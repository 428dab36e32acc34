import KafkaModel

extension ErrorCode {
  /// What the leader of a partition answers, where this is its transaction coordinator's verdict on
  /// the partition: in words that the version of the client's request knows (KIP-890,
  /// `AddPartitionsToTxnManager`).
  ///
  /// - Parameter api: Produce, or TxnOffsetCommit, which is a write of the group coordinator.
  public func afterVerification(of api: ApiKey, version: Int16) -> ErrorCode {
    let isCommit = api == .txnOffsetCommit
    // The first versions that know TRANSACTION_ABORTABLE, and that add partitions by writing.
    let (abortable, adding): (Int16, Int16) = isCommit ? (4, 5) : (11, 12)
    switch self {
    case .producerFenced: return .invalidProducerEpoch
    case .transactionAbortable where version < abortable: return .invalidTxnState
    case .concurrentTransactions where version >= adding: return self
    // Older clients do not try again where the coordinator is only busy.
    case .concurrentTransactions, .coordinatorLoadInProgress, .coordinatorNotAvailable,
      .notCoordinator, .notEnoughReplicas:
      return isCommit ? .coordinatorNotAvailable : .notEnoughReplicas
    default: return self
    }
  }
}
