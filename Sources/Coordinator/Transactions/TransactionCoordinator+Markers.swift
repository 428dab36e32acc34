import KafkaModel

/// From the decision to the last marker (`TransactionMarkerChannelManager`).
extension TransactionCoordinator {
  /// Orders the markers of a transaction that is decided; of another one nothing.
  mutating func orderMarkers(of id: TransactionalId, _ turn: inout TransactionTurn) {
    guard let transaction = transactions[id],
      transaction.value.state == .prepareCommit || transaction.value.state == .prepareAbort
    else { return }
    let completion = transaction.completed(nowMs: turn.nowMs)
    transactions[id]?.completion = completion
    transactions[id]?.pending = completion.state
    transactions[id]?.markersLeft = transaction.value.partitions
    if !transaction.value.partitions.isEmpty {
      lastOrderNumber += 1
      transactions[id]?.orderNumber = lastOrderNumber
      let marker = TransactionMarker(
        producer: transaction.value.producer,
        isCommit: transaction.value.state == .prepareCommit, coordinatorEpoch: coordinatorEpoch)
      turn.outcome.markers.append(
        MarkerOrder(
          number: lastOrderNumber, transactionalId: id, marker: marker,
          partitions: transaction.value.partitions))
    }
    completeIfMarked(id, &turn)
  }

  mutating func completeIfMarked(_ id: TransactionalId, _ turn: inout TransactionTurn) {
    guard let transaction = transactions[id], transaction.markersLeft.isEmpty,
      let completion = transaction.completion
    else { return }
    transactions[id]?.completion = nil
    let transition = TransactionTransition(
      value: completion, lastProducerEpoch: transaction.lastProducerEpoch)
    write(transition, of: id, .completed, &turn)
  }
}
