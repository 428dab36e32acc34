import Coordinator
import KafkaModel
import KafkaWire

/// What the coordinators write down, as record batches in internal topics that clients may read.
extension Broker {
  /// One batch, in the partition of its group; a marker is a batch of its own.
  func log(_ records: [CoordinatorRecord]) {
    if topics[.consumerOffsets] == nil { makeOffsetsTopic() }
    var entries: [RecordBatch.Entry] = []
    for record in records {
      if case .transactionEnd(let marker, let partition) = record {
        let place = TopicPartition(.consumerOffsets, partition)
        _ = topics.append(marker, to: place, nowMs: clock.nowMs)
      } else if let entry = entry(record) {
        entries.append(entry)
      }
    }
    if let first = records.first, let group = first.groupId, !entries.isEmpty {
      let place = group.offsetsPartition(of: config.offsetsTopicPartitions)
      var batch = RecordBatch(baseTimestampMs: clock.nowMs, records: entries)
      if case .transactionalOffset(_, _, _, let producer) = first {
        (batch.producer, batch.kind) = (producer, .transactional)
      }
      // The coordinator does not count its records (`CoordinatorRuntime`).
      batch.baseSequence = 0
      topics.append(batch, to: TopicPartition(.consumerOffsets, place))
    }
    retryFetches(of: .consumerOffsets)
  }

  /// nil for what cannot be written: no text of a request is that long.
  private func entry(_ record: CoordinatorRecord) -> RecordBatch.Entry? {
    var topicId: Uuid?
    if case .offsetCommit(_, let place, _) = record { topicId = topics[place.topic]?.id }
    guard let key = try? record.keyBytes else { return nil }
    guard let value = try? record.valueBytes(topicId: topicId) else {
      return record.isTombstone ? .init(key: key, value: nil) : nil
    }
    return .init(key: key, value: value)
  }

  func log(_ record: TransactionRecord) {
    makeTransactionTopic()
    guard let key = try? record.keyBytes else { return }
    let value = try? record.value?.bytes
    if record.value != nil, value == nil { return }
    let batch = RecordBatch(
      baseTimestampMs: clock.nowMs, records: [.init(key: key, value: value)])
    let place = record.transactionalId.statePartition(of: config.transactionTopicPartitions)
    topics.append(batch, to: TopicPartition(.transactionState, place))
    retryFetches(of: .transactionState)
  }
}

extension CoordinatorRecord {
  fileprivate var isTombstone: Bool {
    switch self {
    case .groupMetadata(_, nil), .offsetCommit(_, _, nil): true
    default: false
    }
  }
}
