import Coordinator
import KafkaModel

/// A partition's view of its producers under batches and markers of any kind.
public struct ProducerStorm: Sendable {
  public let seed: UInt64
  public private(set) var steps: Int64 = 0
  public private(set) var violations: [Violation] = []
  var states = ProducerStates()
  let plant: ProducerPlant?
  /// What is in the log, by producer id.
  var written: [WrittenProducer] = []
  var ended: [WrittenTransaction] = []
  var end = Offset(0)
  var highWatermark = Offset(0)
  var start = Offset(0)
  private var stable = Offset(0)
  var chance: SeededGenerator

  /// - Parameter count: how many batches, markers and moves of the high watermark.
  public init(seed: UInt64, steps count: Int) { self.init(seed: seed, steps: count, plant: nil) }

  init(seed: UInt64, steps count: Int, plant: ProducerPlant?) {
    self.seed = seed
    self.plant = plant
    chance = SeededGenerator(seed: seed ^ 0x5706)
    while steps < Int64(count), violations.isEmpty {
      step()
      steps += 1
      checkStable()
    }
  }

  private mutating func step() {
    switch chance.int(in: 0...99) {
    case 0..<66: append(nextBatch())
    case 66..<82: append(nextMarker())
    case 82..<98: replicate()
    default: trim()
    }
  }

  private mutating func append(_ batch: ProducerBatch) {
    let place = written.firstIndex { $0.id == batch.producer.id }
    switch bend(states.verdict(on: batch), batch) {
    case .new:
      check(new: batch, after: place.map { written[$0] })
      states.append(batch)
      if place == nil { written.append(WrittenProducer(id: batch.producer.id)) }
      written[place ?? written.count - 1].take(batch)
      end = batch.lastOffset + 1
    case .duplicate(let known):
      check(duplicate: batch, known, of: place.map { written[$0] })
    case .refused(let error):
      check(refused: batch, error, after: place.map { written[$0] })
    }
  }

  private mutating func append(_ marker: TransactionMarker) {
    let place = written.firstIndex { $0.id == marker.producer.id }
    let error = states.error(of: marker)
    let expected = place.flatMap { written[$0].error(of: marker) }
    if error != expected {
      return report(
        .partitionFences,
        "a marker of \(marker.producer) is answered \(error ?? .none), not \(expected ?? .none)")
    }
    guard error == nil else { return }
    states.append(marker, at: end)
    if place == nil { written.append(WrittenProducer(id: marker.producer.id)) }
    if let first = written[place ?? written.count - 1].take(marker) {
      ended.append(
        WrittenTransaction(
          producerId: marker.producer.id, first: first, marker: end, isCommit: marker.isCommit))
    }
    end = end + 1
  }

  /// The replicas follow; the leader hears of it sooner or later.
  private mutating func replicate() {
    highWatermark = min(end, highWatermark + chance.int(in: 0...12))
    if chance.chance(percent: 70) { states.replicated(to: highWatermark) }
  }

  private mutating func trim() {
    start = min(highWatermark, start + chance.int(in: 0...30))
    states.trim(to: start)
  }

  /// Against the log, from which everything can be told.
  private mutating func checkStable() {
    let found =
      plant == .forgetsOpen ? highWatermark : states.lastStableOffset(highWatermark: highWatermark)
    let waiting =
      written.compactMap(\.openSince)
      + ended.filter { $0.marker >= highWatermark }.map(\.first)
    let expected = min(highWatermark, waiting.min() ?? highWatermark)
    if found != expected || found < stable {
      report(.stableIsDecided, "\(found) after \(stable), and not \(expected)")
    }
    stable = found
    let open = written.compactMap(\.openSince).sorted()
    if states.open.map(\.first) != open { report(.stableIsDecided, "open since \(open)") }
    if steps % 8 == 0 { checkAborted() }
  }

  private mutating func checkAborted() {
    let from = start + chance.int(in: 0...max(0, end - start))
    let to = from + chance.int(in: 0...40)
    let expected = ended.filter { !$0.isCommit && $0.marker >= from && $0.first < to }
    let found = states.aborted(from: from, to: to)
    if found.map(\.firstOffset) != expected.map(\.first)
      || found.map(\.producerId) != expected.map(\.producerId)
    {
      report(.stableIsDecided, "\(found.count) aborted in \(from) ..< \(to)")
    }
  }

  mutating func report(_ invariant: Invariant, _ detail: String) {
    guard violations.isEmpty else { return }
    violations.append(
      Violation(timeMs: 0, invariant: invariant, detail: "step \(steps + 1): \(detail)"))
  }
}
