import Feed
import KafkaModel

extension World {
  /// Answers at once if there is something to read, else parks the request until there is.
  mutating func fetch(_ request: consuming FetchRequest, from address: Address) {
    let deadlineMs = nowMs + Int64(request.maxWaitMs)
    let dueMs = min(deadlineMs, firstArrivalMs(request) ?? deadlineMs)
    if dueMs <= nowMs {
      send(records(for: request), to: address)
    } else {
      queue.put(.fetchDue(Envelope(address: address, body: request)), atMs: dueMs)
    }
  }

  mutating func finishFetch(_ envelope: Envelope<FetchRequest>) {
    send(records(for: envelope.body), to: envelope.address)
  }

  /// When the first record (or error) for this request is there; nil = not by itself.
  private func firstArrivalMs(_ request: FetchRequest) -> Int64? {
    var first: Int64?
    var cursor = 0
    for topic in request.topics {
      let places = logs.places(of: topic.name, near: &cursor)
      for partition in topic.partitions {
        guard let place = LogStore.place(partition.partition, in: places) else { return nowMs }
        guard let ms = logs.logs[place].arrivalMs(of: partition.fetchOffset) else { continue }
        first = min(first ?? ms, ms)
      }
    }
    return first
  }

  private func records(for request: FetchRequest) -> Response {
    var cursor = 0
    return .fetch(
      FetchResponse(
        responses: request.topics.map { topic in
          let places = logs.places(of: topic.name, near: &cursor)
          return FetchResponse.Topic(
            name: topic.name, partitions: topic.partitions.map { read($0, in: places) })
        }))
  }

  private func read(
    _ wanted: FetchRequest.Partition, in places: Range<Int>
  ) -> FetchResponse.Partition {
    guard let place = LogStore.place(wanted.partition, in: places) else {
      return FetchResponse.Partition(
        partitionIndex: wanted.partition, errorCode: .unknownTopicOrPartition,
        highWatermark: .none)
    }
    let start = logs.logs[place].start
    let end = logs.logs[place].end(atMs: nowMs)
    var part = FetchResponse.Partition(
      partitionIndex: wanted.partition, highWatermark: end, lastStableOffset: end,
      logStartOffset: start)
    if wanted.fetchOffset > end || wanted.fetchOffset < start {
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
