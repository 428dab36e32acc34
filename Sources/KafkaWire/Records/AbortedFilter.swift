import KafkaModel

/// Which batches a read_committed reader does not see; `CompletedFetch` of Kafka's client.
///
/// A transaction counts as aborted from its first offset to the marker that ends it, so batches
/// must be shown in the order of the log.
struct AbortedFilter {
  /// By first offset, the next one last.
  private var upcoming: [FetchResponse.AbortedTransaction]
  private var producers: [Int64] = []

  init(_ aborted: [FetchResponse.AbortedTransaction]) {
    upcoming = aborted.sorted { $0.firstOffset > $1.firstOffset }
  }

  /// Whether no record of the batch is for the application.
  mutating func skips(_ batch: RecordBatchHeader, isAbortMarker: Bool) -> Bool {
    while let next = upcoming.last, next.firstOffset <= batch.lastOffset {
      producers.append(next.producerId)
      upcoming.removeLast()
    }
    if isAbortMarker { producers.removeAll { $0 == batch.producer.id } }
    return batch.isControl || batch.isTransactional && producers.contains(batch.producer.id)
  }
}
