import Coordinator
import Feed
import KafkaModel

/// What leaders write: producers' batches, and markers.
extension World {
  mutating func append(
    _ request: ProduceRequest, to address: Address, into events: inout [TimedEvent],
    _ verdict: (TopicPartition) -> ErrorCode
  ) {
    var topics: [ProduceResponse.Topic] = []
    for topic in request.topics {
      var answers: [ProduceResponse.Partition] = []
      for partition in topic.partitions {
        let error = verdict(TopicPartition(topic.name, partition.index))
        answers.append(
          error == .none
            ? append(partition, to: topic.name, by: address.party, into: &events)
            : ProduceResponse.Partition(index: partition.index, errorCode: error))
      }
      topics.append(ProduceResponse.Topic(name: topic.name, partitions: answers))
    }
    send(.produce(ProduceResponse(responses: topics)), to: address)
  }

  private mutating func append(
    _ entry: ProduceRequest.Partition, to topic: TopicName, by party: Party,
    into events: inout [TimedEvent]
  ) -> ProduceResponse.Partition {
    guard let place = logs.place(topic, entry.index), let batch = entry.batch else {
      return .init(index: entry.index, errorCode: .unknownTopicOrPartition)
    }
    if plant == .lostBatch, !batch.isTransactional {
      return .init(index: entry.index, baseOffset: Offset(0))
    }
    let isNew = !logs.logs[place].producers.isOpen(batch.producer)
    switch logs.append(batch, at: place, nowMs: nowMs) {
    case .refused(let error): return .init(index: entry.index, errorCode: error)
    case .duplicate(let base): return .init(index: entry.index, baseOffset: base)
    case .new(let base):
      let partition = logs.logs[place].partition
      if batch.isTransactional && isNew {
        emit(.transaction(.opened(partition, batch.producer, base)), &events)
      }
      let count = Int64(batch.recordCount)
      if case .producer(let slot) = party {
        emit(.transaction(.wrote(slot, partition, base, records: count)), &events)
      }
      if isOutput(topic) {
        if batch.isTransactional {
          deliveries.opened(count)
        } else {
          deliveries.committed(batch.sources, count: count)
        }
      }
      forget(at: place)
      tellLog(place, into: &events)
      return .init(index: entry.index, baseOffset: base)
    }
  }

  mutating func write(
    _ order: MarkerOrder, in partition: TopicPartition, into events: inout [TimedEvent]
  ) {
    if partition.topic == .consumerOffsets {
      return writeOffsetMarker(order, in: partition, into: &events)
    }
    if let place = logs.place(partition.topic, partition.partition),
      let written = logs.append(bend(order).marker, at: place, nowMs: nowMs)
    {
      let records = written.decided.reduce(0) { $0 + $1.count }
      emit(
        .transaction(
          .marker(
            partition, order.marker.producer, isCommit: order.marker.isCommit, written.offset,
            records: records)), &events)
      if isOutput(partition.topic) {
        deliveries.decided(written.decided, isCommit: bend(order).marker.isCommit)
      }
      tellLog(place, into: &events)
    }
    absorb(transactions.markerWritten(order, in: partition, nowMs: nowMs), into: &events)
  }

  private mutating func writeOffsetMarker(
    _ order: MarkerOrder, in partition: TopicPartition, into events: inout [TimedEvent]
  ) {
    // One of a transaction coordinator that is none any more is not written: what it ends may be
    // the next transaction.
    guard let bent = bendOfOffsets(order), offsetsProducers.error(of: order.marker) == nil else {
      return absorb(
        transactions.markerWritten(order, in: partition, nowMs: nowMs), into: &events)
    }
    let outcome = coordinator.endTransaction(
      bent.marker, partition: partition.partition, nowMs: nowMs)
    guard let outcome, let append = outcome.appends.last?.id else {
      // The group's new coordinator is still reading.
      return putAgain(order, partition)
    }
    offsetsProducers.append(order.marker, at: Offset(writtenCount))
    offsetMarkers.append(OffsetMarker(append: append, order: order, partition: partition))
    absorb(outcome, into: &events)
  }

  mutating func offsetMarkerWritten(_ id: AppendId, into events: inout [TimedEvent]) {
    guard let index = offsetMarkers.firstIndex(where: { $0.append == id }) else { return }
    let marker = offsetMarkers.remove(at: index)
    absorb(
      transactions.markerWritten(marker.order, in: marker.partition, nowMs: nowMs), into: &events)
  }

  /// The group coordinator has moved: what it had not written is sent to the next one.
  mutating func orderOffsetMarkersAgain() {
    for marker in offsetMarkers {
      putAgain(marker.order, marker.partition)
    }
    offsetMarkers = []
  }

  private mutating func putAgain(_ order: MarkerOrder, _ partition: TopicPartition) {
    queue.put(.transactions(.marker(order, partition)), atMs: nowMs + Self.markerRetryMs)
  }

  private static let markerRetryMs: Int64 = 20

  private func isOutput(_ topic: TopicName) -> Bool { scenario.transform?.output.name == topic }

  /// The log has grown in a leap: says so, and answers who waits for it.
  private mutating func tellLog(_ place: Int, into events: inout [TimedEvent]) {
    let log = logs.logs[place]
    if isOutput(log.partition.topic) {
      tellDeliveries(into: &events)
    } else {
      let end = LogEnd(offset: log.base, growthPerKilosecond: log.rate * 1000)
      emit(.logEnd(log.partition, end), &events)
    }
    let limit = log.limit(.readCommitted, atMs: nowMs)
    let stable = limit < log.base ? limit : nil
    if logs.note(stable: stable, at: place) {
      emit(.transaction(.stableOffset(log.partition, stable)), &events)
    }
    retryFetches { $0.names(log.partition) }
  }

  /// Says what has come of the group's input, where that has changed.
  mutating func tellDeliveries(into events: inout [TimedEvent]) {
    guard scenario.transform != nil else { return }
    deliveries.settle(done, promised: promised)
    if let tally = deliveries.takeNews() { emit(.transaction(.delivered(tally)), &events) }
  }

  /// Sources of records whose COMMIT marker is on its way.
  private var promised: [RecordSource] {
    guard let output = scenario.transform?.output, scenario.transform?.isTransactional == true
    else { return [] }
    let committing = transactions.transactionalIds.compactMap { id -> Int64? in
      let value = transactions.transaction(id)?.value
      return value?.state == .prepareCommit ? value?.producer.id : nil
    }
    if committing.isEmpty { return [] }
    return logs.places(of: output.name).flatMap { logs.logs[$0].spans }
      .filter { $0.kind == .open && committing.contains($0.producerId) }.flatMap(\.sources)
  }

  private var done: [(partition: TopicPartition, below: Offset, records: Int64)] {
    coordinator.hardState.offsets(scenario.groupId).compactMap { partition, value in
      guard let log = logs[partition.topic, partition.partition] else { return nil }
      let records = log.recordCount(below: value.offset, scenario.consumer.isolationLevel)
      return (partition, value.offset, records)
    }
  }
}
