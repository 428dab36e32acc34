import Feed
import KafkaModel

extension World {
  /// Answers at once if there is something to read, else parks the request until there is.
  mutating func fetch(_ request: consuming FetchRequest, from address: Address) {
    fetch(request, from: address, notAfterMs: nowMs + Int64(request.maxWaitMs))
  }

  private mutating func fetch(
    _ request: consuming FetchRequest, from address: Address, notAfterMs deadlineMs: Int64
  ) {
    let dueMs = min(deadlineMs, firstArrivalMs(request) ?? deadlineMs)
    if dueMs <= nowMs {
      send(records(for: request), to: address)
    } else {
      let envelope = Envelope(address: address, body: request)
      queue.put(.fetchDue(envelope, deadlineMs: deadlineMs), atMs: dueMs)
    }
  }

  /// A log has changed in a leap: who waits for it is looked at again.
  mutating func retryFetches(where isWaiting: (FetchRequest) -> Bool) {
    for (envelope, deadlineMs) in queue.takeFetches(where: isWaiting) {
      fetch(envelope.body, from: envelope.address, notAfterMs: deadlineMs)
    }
  }

  mutating func finishFetch(_ envelope: Envelope<FetchRequest>) {
    send(records(for: envelope.body), to: envelope.address)
  }

  /// When the first record (or error) for this request is there; nil = not by itself.
  private func firstArrivalMs(_ request: FetchRequest) -> Int64? {
    var first: Int64?
    var cursor = 0
    let isolation = IsolationLevel(wire: request.isolationLevel)
    for topic in request.topics {
      let places = logs.places(of: topic.name, near: &cursor)
      for partition in topic.partitions {
        guard let place = LogStore.place(partition.partition, in: places) else { return nowMs }
        guard let ms = logs.logs[place].arrivalMs(of: partition.fetchOffset, isolation)
        else { continue }
        first = min(first ?? ms, ms)
      }
    }
    return first
  }

  private func records(for request: FetchRequest) -> Response {
    var cursor = 0
    let isolation =
      plant == .unstableRead
      ? .readUncommitted : IsolationLevel(wire: request.isolationLevel)
    return .fetch(
      FetchResponse(
        responses: request.topics.map { topic in
          let places = logs.places(of: topic.name, near: &cursor)
          return FetchResponse.Topic(
            name: topic.name,
            partitions: topic.partitions.map { read($0, in: places, isolation) })
        }))
  }

  private func read(
    _ wanted: FetchRequest.Partition, in places: Range<Int>, _ isolation: IsolationLevel
  ) -> FetchResponse.Partition {
    guard let place = LogStore.place(wanted.partition, in: places) else {
      return FetchResponse.Partition(
        partitionIndex: wanted.partition, errorCode: .unknownTopicOrPartition,
        highWatermark: .none)
    }
    let start = logs.logs[place].start
    let end = logs.logs[place].end(atMs: nowMs)
    var part = FetchResponse.Partition(
      partitionIndex: wanted.partition, highWatermark: end,
      lastStableOffset: logs.logs[place].limit(.readCommitted, atMs: nowMs),
      logStartOffset: start)
    if wanted.fetchOffset > end || wanted.fetchOffset < start {
      part.errorCode = .offsetOutOfRange
    } else {
      // Aborted records are left out here, as the consumer's Fetcher does it by the answer's list.
      let room = max(1, Int64(wanted.partitionMaxBytes) / Self.recordBytes)
      let run = logs.logs[place].read(
        from: wanted.fetchOffset, atMost: room, isolation, atMs: nowMs)
      if let run { part.records = .run(run) }
    }
    return part
  }

  /// What a record of the simulated topics takes up, with its share of the batch's header.
  private static let recordBytes: Int64 = 100
}

extension FetchRequest {
  func names(_ topic: TopicName) -> Bool { topics.contains { $0.name == topic } }

  func names(_ partition: TopicPartition) -> Bool {
    topics.contains { topic in
      topic.name == partition.topic
        && topic.partitions.contains { $0.partition == partition.partition }
    }
  }
}
