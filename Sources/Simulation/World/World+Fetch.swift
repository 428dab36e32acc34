import Feed
import KafkaModel

extension World {
  /// Answers at once if there is something to read, else parks the request until there is.
  mutating func fetch(_ request: FetchRequest, from address: Address) {
    if let early = firstArrivalMs(request), early <= nowMs {
      send(records(for: request), to: address)
      return
    }
    let deadlineMs = nowMs + Int64(request.maxWaitMs)
    let dueMs = min(deadlineMs, firstArrivalMs(request) ?? deadlineMs)
    queue.put(.fetchDue(waits.park(request, from: address)), atMs: dueMs)
  }

  mutating func finishFetch(_ id: Int64) -> Bool {
    guard let wait = waits.take(id) else { return false }
    send(records(for: wait.request), to: wait.address)
    return true
  }

  /// When the first record (or error) for this request is there; nil = not by itself.
  private func firstArrivalMs(_ request: FetchRequest) -> Int64? {
    var first: Int64?
    for topic in request.topics {
      for partition in topic.partitions {
        guard let log = logs[topic.name, partition.partition] else { return nowMs }
        guard let ms = log.arrivalMs(of: partition.fetchOffset) else { continue }
        first = min(first ?? ms, ms)
      }
    }
    return first
  }

  private func records(for request: FetchRequest) -> Response {
    .fetch(
      FetchResponse(
        responses: request.topics.map { topic in
          FetchResponse.Topic(
            name: topic.name,
            partitions: topic.partitions.map { read($0, of: topic.name) })
        }))
  }

  private func read(
    _ wanted: FetchRequest.Partition, of topic: TopicName
  ) -> FetchResponse.Partition {
    guard let log = logs[topic, wanted.partition] else {
      return FetchResponse.Partition(
        partitionIndex: wanted.partition, errorCode: .unknownTopicOrPartition,
        highWatermark: .none)
    }
    let end = log.end(atMs: nowMs)
    var part = FetchResponse.Partition(
      partitionIndex: wanted.partition, highWatermark: end, lastStableOffset: end,
      logStartOffset: log.base)
    if wanted.fetchOffset > end || wanted.fetchOffset < log.base {
      part.errorCode = .offsetOutOfRange
    } else if wanted.fetchOffset < end {
      let room = max(1, Int64(wanted.partitionMaxBytes) / Self.recordBytes)
      let next = min(end, wanted.fetchOffset + room)
      part.records = .run(
        RecordRun(
          firstOffset: wanted.fetchOffset, nextOffset: next, count: next - wanted.fetchOffset))
    }
    return part
  }

  /// What a record of the simulated topics takes up, with its share of the batch's header.
  private static let recordBytes: Int64 = 100
}
