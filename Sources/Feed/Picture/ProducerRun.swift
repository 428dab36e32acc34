import KafkaModel

/// One run of a producer: which records it sent follows from where it found the logs' ends.
public struct ProducerRun: Hashable, Sendable {
  public var topic: TopicName
  public var records: Int64
  public var atMs: Int64
  /// Where each partition's first record of this run is.
  public var bases: [Offset]

  /// How many of the records each partition gets, if they go round them from that one on.
  public static func shares(of records: Int64, over count: Int, from first: Int = 0) -> [Int64] {
    (0..<count).map { number in
      let turn = Int64((number - first + count) % count)
      return records / Int64(count) + (turn < records % Int64(count) ? 1 : 0)
    }
  }

  /// Which partition the producer's n-th record goes to, counted from 1: one after the other.
  public func partition(of number: Int64) -> Int32 {
    bases.isEmpty ? 0 : Int32(clamping: (number - 1) % Int64(bases.count))
  }

  /// Which of the run's records is at that offset, counted from 1; nil for one of another run.
  func number(_ partition: Int32, _ offset: Offset) -> Int64? {
    guard bases.indices.contains(Int(partition)) else { return nil }
    let turn = offset - bases[Int(partition)]
    let (whole, overflow) = turn.multipliedReportingOverflow(by: Int64(bases.count))
    guard turn >= 0, !overflow, whole < records - Int64(partition) else { return nil }
    return whole + Int64(partition) + 1
  }
}

extension GroupPicture {
  /// How many runs are remembered.
  private static let runLimit = 16

  mutating func run(_ topic: TopicName, _ records: Int64) {
    let bases = partitions.filter { $0.partition.topic == topic }
      .map { $0.logEnd(atMs: timeMs) ?? Offset(0) }
    producerRuns.append(
      ProducerRun(topic: topic, records: records, atMs: timeMs, bases: bases))
    if producerRuns.count > Self.runLimit { producerRuns.removeFirst() }
  }

  /// Which of its producer's records is at an offset, counted from 1. Of a producer that never
  /// ends, the first record is partition 0's first one, and it goes round the partitions.
  public func messageNumber(_ place: Int, _ offset: Offset) -> Int64 {
    let partition = partitions[place].partition
    for run in producerRuns.reversed() where run.topic == partition.topic {
      if let number = run.number(partition.partition, offset) { return number }
    }
    let count = partitions.count { $0.partition.topic == partition.topic }
    let records = offset.value &- gapCount(place, from: Offset(0), to: offset)
    let (whole, overflow) = records.multipliedReportingOverflow(by: Int64(count))
    return overflow ? offset.value : whole + Int64(partition.partition) + 1
  }
}
