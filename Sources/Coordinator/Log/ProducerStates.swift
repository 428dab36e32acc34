import KafkaModel
import OrderedCollections

/// The producers and the transactions of one partition's log (`ProducerStateManager`,
/// `TransactionIndex`): which batches may be written, what a read_committed reader may see.
///
/// A pure view: the owner has the log and tells what it appends.
public struct ProducerStates: Sendable {
  private var producers: OrderedDictionary<Int64, ProducerEntry> = [:]
  /// Ended as aborted, by the offset of their marker.
  private var aborted: [EndedTransaction] = []
  /// Ended, but the marker is not below the high watermark yet.
  private var unreplicated: [EndedTransaction] = []

  /// More producer ids than that are not remembered: those that have been quiet longest go, as
  /// after `producer.id.expiration.ms`.
  private static let mostProducers = 10_000

  public init() {}

  /// Whether the batch may be appended; its offsets do not matter.
  public func verdict(on batch: ProducerBatch) -> BatchVerdict {
    // Of one that is not known any sequence is taken: its records may be gone.
    producers[batch.producer.id]?.verdict(on: batch) ?? .new
  }

  /// The batch is in the log.
  public mutating func append(_ batch: ProducerBatch) {
    let id = batch.producer.id
    var entry = producers.removeValue(forKey: id) ?? ProducerEntry(epoch: batch.producer.epoch)
    entry.append(batch)
    producers[id] = entry
    forgetTheQuiet()
  }

  /// Why the marker cannot be written; nil where it can.
  public func error(of marker: TransactionMarker) -> ErrorCode? {
    producers[marker.producer.id]?.error(of: marker)
  }

  /// The marker is in the log.
  public mutating func append(
    _ marker: TransactionMarker, at offset: Offset, timestampMs: Int64 = -1
  ) {
    let id = marker.producer.id
    var entry = producers.removeValue(forKey: id) ?? ProducerEntry(epoch: marker.producer.epoch)
    if let first = entry.append(marker, timestampMs: timestampMs) {
      let ended = EndedTransaction(producerId: id, first: first, marker: offset)
      unreplicated.append(ended)
      if !marker.isCommit { aborted.append(ended) }
    }
    producers[id] = entry
    forgetTheQuiet()
  }

  /// Whether the producer's transaction is open here: then it need not be asked whether the
  /// partition was added to it.
  public func isOpen(_ producer: Producer) -> Bool {
    guard let entry = producers[producer.id] else { return false }
    return entry.epoch == producer.epoch && entry.openSince != nil
  }

  /// Open transactions, by first offset.
  public var open: [OpenTransaction] {
    producers.compactMap { id, entry in
      entry.openSince.map {
        OpenTransaction(producer: Producer(id: id, epoch: entry.epoch), first: $0)
      }
    }.sorted { $0.first < $1.first }
  }

  /// All that are remembered, as an administrator is told of them, by id.
  public var active: [DescribeProducersResponse.Producer] {
    producers.map { id, entry in
      .init(
        producerId: id, producerEpoch: Int32(entry.epoch), lastSequence: entry.lastSequence,
        lastTimestampMs: entry.lastTimestampMs, coordinatorEpoch: entry.coordinatorEpoch,
        currentTxnStartOffset: entry.openSince ?? .none)
    }.sorted { $0.producerId < $1.producerId }
  }

  /// How many are remembered.
  public var count: Int { producers.count }

  /// The offset up to which everything is decided: the high watermark, or the beginning of the
  /// oldest transaction that is open or whose marker is not below it.
  public func lastStableOffset(highWatermark: Offset) -> Offset {
    var stable = highWatermark
    for entry in producers.values {
      if let first = entry.openSince { stable = min(stable, first) }
    }
    for ended in unreplicated where ended.marker >= highWatermark {
      stable = min(stable, ended.first)
    }
    return stable
  }

  /// All replicas have what is below.
  public mutating func replicated(to highWatermark: Offset) {
    unreplicated.removeAll { $0.marker < highWatermark }
  }

  /// The log begins here now.
  public mutating func trim(to start: Offset) { aborted.removeAll { $0.marker < start } }

  /// Aborted transactions that a reader of the offsets `from ..< to` has to skip.
  public func aborted(from: Offset, to: Offset) -> [FetchResponse.AbortedTransaction] {
    // Their markers are in order, so what ended before is found at once.
    var low = 0
    var high = aborted.count
    while low < high {
      let middle = (low + high) / 2
      if aborted[middle].marker < from { low = middle + 1 } else { high = middle }
    }
    return aborted[low...].filter { $0.first < to }.map {
      .init(producerId: $0.producerId, firstOffset: $0.first)
    }
  }

  private mutating func forgetTheQuiet() {
    guard producers.count > Self.mostProducers,
      let quiet = producers.values.firstIndex(where: { $0.openSince == nil })
    else { return }
    producers.remove(at: quiet)
  }
}

/// A transaction that has written to a partition and has not ended there.
public struct OpenTransaction: Hashable, Sendable {
  public var producer: Producer
  public var first: Offset
}

/// A transaction that has ended in a partition.
private struct EndedTransaction: Hashable {
  let producerId: Int64
  let first: Offset
  let marker: Offset
}
