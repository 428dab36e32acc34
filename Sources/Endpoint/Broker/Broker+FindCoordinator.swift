import KafkaModel

/// FindCoordinator: this broker, once `__consumer_offsets` is there.
extension Broker {
  func findCoordinator(
    _ request: FindCoordinatorRequest, version: Int16
  ) -> FindCoordinatorResponse {
    FindCoordinatorResponse(
      coordinators: request.coordinatorKeys.map { key in
        var found = coordinator(ofType: request.keyType)
        // Since version 4 there are several, and no text where all is well.
        found.key = version >= 4 ? key : ""
        if version >= 4, found.errorCode != .invalidRequest { found.errorMessage = "" }
        return found
      })
  }

  private func coordinator(ofType type: Int8) -> FindCoordinatorResponse.Coordinator {
    switch type {
    case 0:
      guard hasOffsetsTopic() else {
        return .init(
          errorCode: .coordinatorNotAvailable, errorMessage: "The coordinator is not available.")
      }
      return .init(nodeId: Self.node, host: host, port: port, errorMessage: "NONE")
    case 1:
      makeTransactionTopic()
      return .init(nodeId: Self.node, host: host, port: port, errorMessage: "NONE")
    default: return .init(errorCode: .invalidRequest, errorMessage: Self.malformed)
    }
  }

  /// The first one who asks has it made.
  private func hasOffsetsTopic() -> Bool {
    if topics[TopicName.consumerOffsets] != nil { return true }
    if config.offsetsTopicDelayMs == 0 { return makeOffsetsTopic() }
    if isMakingOffsetsTopic { return false }
    isMakingOffsetsTopic = true
    clock.after(config.offsetsTopicDelayMs) { _ = self.makeOffsetsTopic() }
    return false
  }

  @discardableResult
  func makeOffsetsTopic() -> Bool {
    topics.add(
      TopicName.consumerOffsets, partitions: config.offsetsTopicPartitions,
      id: topics.newId(of: .consumerOffsets),
      nowMs: clock.nowMs, isInternal: true, settings: Self.compacted)
    return true
  }

  func makeTransactionTopic() {
    if topics[.transactionState] != nil { return }
    topics.add(
      .transactionState, partitions: config.transactionTopicPartitions,
      id: topics.newId(of: .transactionState), nowMs: clock.nowMs, isInternal: true,
      settings: Self.compacted)
  }

  private static let compacted = ["cleanup.policy": "compact"]

  private static let malformed =
    "This most likely occurs because of a request being malformed by the client library or the"
    + " message was sent to an incompatible broker. See the broker logs for more details."
}
