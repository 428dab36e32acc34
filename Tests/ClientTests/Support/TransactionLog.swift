import Coordinator
import KafkaModel

@testable import Client

/// A partition's log: batches and markers, without records.
struct TransactionLog {
  struct Batch {
    var first: Offset
    var count: Int64
    var producer = Producer.none
    var isTransactional = false
  }

  enum Fate { case committed, aborted, open }

  private(set) var batches: [Batch] = []
  private(set) var markers: [(offset: Offset, marker: TransactionMarker)] = []
  private var states = ProducerStates()
  private(set) var end = Offset(0)

  mutating func append(_ count: Int64) {
    batches.append(Batch(first: end, count: count))
    end = end + count
  }

  mutating func append(_ marker: TransactionMarker) {
    states.append(marker, at: end)
    markers.append((end, marker))
    end = end + 1
  }

  func isOpen(_ producer: Producer) -> Bool { states.isOpen(producer) }

  mutating func append(_ batch: ProducedBatch, index: Int32) -> ProduceResponse.Partition {
    let count = Int64(batch.recordCount)
    let seen = ProducerBatch(
      producer: batch.producer, firstSequence: batch.firstSequence,
      recordCount: batch.recordCount, isTransactional: batch.isTransactional, baseOffset: end,
      lastOffset: end + (count - 1))
    switch states.verdict(on: seen) {
    case .refused(let error): return .init(index: index, errorCode: error)
    case .duplicate(let first): return .init(index: index, baseOffset: first.baseOffset)
    case .new: break
    }
    defer {
      states.append(seen)
      batches.append(
        Batch(
          first: end, count: count, producer: batch.producer,
          isTransactional: batch.isTransactional))
      end = end + count
    }
    return .init(index: index, baseOffset: end)
  }

  func fate(_ batch: Batch) -> Fate {
    guard batch.isTransactional else { return .committed }
    let marker = markers.first {
      $0.offset > batch.first && $0.marker.producer.id == batch.producer.id
    }
    guard let marker else { return .open }
    return marker.marker.isCommit ? .committed : .aborted
  }

  func count(_ fate: Fate) -> Int64 {
    batches.filter { self.fate($0) == fate }.reduce(0) { $0 + $1.count }
  }

  func stable(_ isolation: IsolationLevel) -> Offset {
    isolation == .readUncommitted ? end : states.lastStableOffset(highWatermark: end)
  }

  /// The next records, up to the next gap; nil if there is nothing yet.
  func read(_ from: Offset, _ isolation: IsolationLevel) -> RecordRun? {
    var place = from
    let stop = stable(isolation)
    while place < stop {
      if markers.contains(where: { $0.offset == place }) {
        place = place + 1
        continue
      }
      guard let batch = batches.first(where: { $0.first + $0.count > place }) else { break }
      let next = batch.first + batch.count
      if isolation == .readCommitted && fate(batch) == .aborted {
        place = next
        continue
      }
      return RecordRun(firstOffset: place, nextOffset: next, count: next - place)
    }
    return place == from ? nil : RecordRun(firstOffset: place, nextOffset: place, count: 0)
  }
}

extension TransactionWorld {
  mutating func append(_ request: ProduceRequest, _ version: Int16) -> ProduceResponse {
    let topics = request.topics.map { topic in
      ProduceResponse.Topic(
        name: topic.name,
        partitions: topic.partitions.map { partition in
          append(partition, TopicPartition(topic.name, partition.index), request, version)
        })
    }
    answerFetches()
    return ProduceResponse(responses: topics)
  }

  private mutating func append(
    _ entry: ProduceRequest.Partition, _ place: TopicPartition, _ request: ProduceRequest,
    _ version: Int16
  ) -> ProduceResponse.Partition {
    guard let batch = entry.batch else {
      return .init(index: entry.index, errorCode: .corruptMessage)
    }
    if batch.isTransactional, let id = request.transactionalId,
      logs[place]?.isOpen(batch.producer) != true
    {
      let error = verify(place, of: id, batch.producer, (.produce, version))
      if error != .none { return .init(index: entry.index, errorCode: error) }
    }
    return logs[place, default: TransactionLog()].append(batch, index: entry.index)
  }

  mutating func answerFetches() {
    let open = parked
    parked = []
    for fetch in open {
      let isolation = IsolationLevel(wire: fetch.request.isolationLevel)
      var isEmpty = true
      let topics = fetch.request.topics.map { topic in
        FetchResponse.Topic(
          name: topic.name,
          partitions: topic.partitions.map { asked in
            let log = logs[TopicPartition(topic.name, asked.partition)] ?? TransactionLog()
            let run = log.read(asked.fetchOffset, isolation)
            if run != nil { isEmpty = false }
            return FetchResponse.Partition(
              partitionIndex: asked.partition, highWatermark: log.end,
              records: run.map { .run($0) } ?? .empty)
          })
      }
      if isEmpty && fetch.dueMs > nowMs {
        parked.append(fetch)
      } else {
        answer(fetch.address, .fetch(FetchResponse(responses: topics)))
      }
    }
  }

  func ends(_ request: ListOffsetsRequest) -> ListOffsetsResponse {
    ListOffsetsResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map { asked in
            let log = logs[TopicPartition(topic.name, asked.partitionIndex)] ?? TransactionLog()
            let stable = log.stable(IsolationLevel(wire: request.isolationLevel))
            return .init(
              partitionIndex: asked.partitionIndex,
              offset: asked.timestamp == -2 ? Offset(0) : stable)
          })
      })
  }
}
