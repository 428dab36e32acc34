import KafkaModel
import KafkaWire

/// Counts the batches of a Fetch answer, so that the member sees runs of records.
enum FetchCount {
  /// The answer with runs, and a line for each partition whose bytes are no record batches; such
  /// a partition carries CORRUPT_MESSAGE, as the Java client would find.
  static func counted(
    _ answer: FetchResponse, asked: FetchRequest
  ) -> (FetchResponse, faults: [String]) {
    var answer = answer
    var faults: [String] = []
    for t in answer.responses.indices {
      let topic = answer.responses[t].name
      for p in answer.responses[t].partitions.indices {
        let partition = answer.responses[t].partitions[p]
        guard case .batches(let bytes) = partition.records else { continue }
        let from = offset(of: TopicPartition(topic, partition.partitionIndex), in: asked)
        do throws(WireError) {
          let run = try RecordBatches.run(
            in: bytes, from: from, aborted: partition.abortedTransactions ?? [])
          answer.responses[t].partitions[p].records =
            run.nextOffset > from ? .run(run) : .empty
        } catch {
          faults.append("Fetch \(topic)-\(partition.partitionIndex) at \(from): \(error)")
          answer.responses[t].partitions[p].records = .empty
          answer.responses[t].partitions[p].errorCode = .corruptMessage
        }
      }
    }
    return (answer, faults)
  }

  private static func offset(of partition: TopicPartition, in asked: FetchRequest) -> Offset {
    for topic in asked.topics where topic.name == partition.topic {
      for entry in topic.partitions where entry.partition == partition.partition {
        return entry.fetchOffset
      }
    }
    return Offset(0)
  }
}
