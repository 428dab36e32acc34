import KafkaModel

/// Records on their way to `__consumer_offsets`, and what to do when they are there.
struct Write: Sendable {
  /// nil for a marker.
  let groupId: GroupId?
  let records: [CoordinatorRecord]
  let continuation: Continuation

  enum Continuation: Sendable {
    /// A new group; on failure the first request is answered with the error.
    case groupCreated(RequestToken)
    /// The group became empty; nobody waits.
    case groupEmptied
    /// The leader's plan: on success everybody who waits hears it.
    case plan(Generation, [SyncGroupRequest.Assignment])
    /// A static member's new process waits for its answer.
    case staticReplacement(StaticReplacement)
    /// The answer to an OffsetCommit if all goes well.
    case offsets(RequestToken, OffsetCommitResponse, MemberId)
    /// The answer to a TxnOffsetCommit if all goes well.
    case transactionalOffsets(RequestToken, TxnOffsetCommitResponse)
    /// Pending offsets are completed or dropped.
    case transactionEnd(TransactionMarker, partition: Int32)
    /// The answer to OffsetDelete.
    case offsetDeletion(RequestToken, OffsetDeleteResponse)
    /// The answer to DeleteGroups; one write for all groups of the request.
    case deletion(RequestToken, DeleteGroupsResponse)
  }
}
