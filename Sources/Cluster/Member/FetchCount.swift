import KafkaModel
import KafkaWire

/// Counts the batches of Fetch answers, so that the member sees runs of records.
///
/// A run has gaps only at its end. What follows a gap is kept and answers the next Fetch of the
/// partition, if that goes on where the run has ended (`CompletedFetch` of Kafka's client).
struct FetchCount {
  private var rest: [TopicPartition: ArraySlice<RecordRun>] = [:]
  /// What is behind so many gaps is fetched again.
  private static let mostRuns = 10_000

  /// The answer with runs, and a line for each partition whose bytes are no record batches; such
  /// a partition carries CORRUPT_MESSAGE, as the Java client would find.
  mutating func counted(
    _ answer: FetchResponse, asked: FetchRequest
  ) -> (FetchResponse, faults: [String]) {
    var answer = answer
    var faults: [String] = []
    for t in answer.responses.indices {
      let topic = answer.responses[t].name
      for p in answer.responses[t].partitions.indices {
        let partition = answer.responses[t].partitions[p]
        guard case .batches(let bytes) = partition.records else { continue }
        let place = TopicPartition(topic, partition.partitionIndex)
        let from = Self.offset(of: place, in: asked)
        do throws(WireError) {
          let runs = try RecordBatches.runs(
            in: bytes, from: from, aborted: partition.abortedTransactions ?? [])
          answer.responses[t].partitions[p].records = first(of: runs, place)
        } catch {
          faults.append("Fetch \(place) at \(from): \(error)")
          answer.responses[t].partitions[p].records = .empty
          answer.responses[t].partitions[p].errorCode = .corruptMessage
        }
      }
    }
    return (answer, faults)
  }

  /// What is still here of what is asked for, as a broker would answer it; nil = nothing.
  mutating func answer(to asked: FetchRequest) -> FetchResponse? {
    var topics: [FetchResponse.Topic] = []
    for topic in asked.topics {
      var partitions: [FetchResponse.Partition] = []
      for entry in topic.partitions {
        let place = TopicPartition(topic.name, entry.partition)
        // Of another place nobody has gone on: it was a seek, or another owner's turn.
        guard let runs = rest.removeValue(forKey: place),
          runs.first?.firstOffset == entry.fetchOffset
        else { continue }
        let records = first(of: runs, place)
        partitions.append(
          .init(partitionIndex: entry.partition, highWatermark: .none, records: records))
      }
      if !partitions.isEmpty { topics.append(.init(name: topic.name, partitions: partitions)) }
    }
    return topics.isEmpty ? nil : FetchResponse(responses: topics)
  }

  private mutating func first(
    of runs: some Collection<RecordRun>, _ place: TopicPartition
  ) -> FetchedRecords {
    let kept = ArraySlice(runs.dropFirst().prefix(Self.mostRuns))
    rest[place] = kept.isEmpty ? nil : kept
    guard let run = runs.first else { return .empty }
    return run.nextOffset > run.firstOffset || run.count > 0 ? .run(run) : .empty
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
