import KafkaModel

extension FetchResponse {
  /// The answer with runs in place of batches, as the Client machine reads it.
  ///
  /// Each partition is counted from the offset that `request` asked for; one that the request
  /// does not name (a fetch session keeps it) from its first batch. A partition without a whole
  /// batch becomes `empty`.
  public func counted(for request: FetchRequest) throws(WireError) -> FetchResponse {
    var counted = self
    for topic in counted.responses.indices {
      let asked = request.topics.first { $0.name == responses[topic].name }?.partitions ?? []
      for index in counted.responses[topic].partitions.indices {
        let partition = responses[topic].partitions[index]
        guard case .batches(let bytes) = partition.records else { continue }
        let from = asked.first { $0.partition == partition.partitionIndex }?.fetchOffset
        do throws(WireError) {
          let run = try RecordBatches.run(
            in: bytes, from: from ?? Offset(0), aborted: partition.abortedTransactions ?? [])
          let isEmpty = run.nextOffset == run.firstOffset
          counted.responses[topic].partitions[index].records = isEmpty ? .empty : .run(run)
        } catch {
          throw error.within("partitions", index).within("responses", topic)
        }
      }
    }
    return counted
  }
}
