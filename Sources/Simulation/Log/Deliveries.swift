import Feed
import KafkaModel

/// Counts what consume–transform–produce loops have made of the group's input: which record was
/// handed on, and how often.
struct Deliveries: Sendable {
  private(set) var tally = DeliveryTally()
  /// As it was told last.
  private var told = DeliveryTally()
  private var inputs: [Input] = []

  private struct Input: Sendable {
    let partition: TopicPartition
    var delivered = OffsetSet()
  }

  /// Records of an open transaction are in the output.
  mutating func opened(_ count: Int64) { tally.open += count }

  /// Records are in the output for good.
  mutating func committed(_ sources: [RecordSource], count: Int64) {
    tally.committed += count
    for source in sources {
      let place = place(of: source.partition)
      let fresh = inputs[place].delivered.insert(source.first, count: source.count)
      tally.duplicates += source.count - fresh
    }
  }

  /// A marker has decided records of the output.
  mutating func decided(_ spans: [LogSpan], isCommit: Bool) {
    for span in spans {
      tally.open -= span.count
      if isCommit {
        committed(span.sources, count: span.count)
      } else {
        tally.aborted += span.count
      }
    }
  }

  /// What nobody will read again of the group's input: records below its committed offsets.
  ///
  /// - Parameter promised: sources of records that are decided to be committed, though their marker
  ///   is still on its way; the offsets' marker may be faster.
  mutating func settle(
    _ done: [(partition: TopicPartition, below: Offset, records: Int64)],
    promised: [RecordSource]
  ) {
    tally.done = 0
    tally.lost = 0
    for entry in done {
      tally.done += entry.records
      var delivered = inputs[place(of: entry.partition)].delivered
      for source in promised where source.partition == entry.partition {
        _ = delivered.insert(source.first, count: source.count)
      }
      tally.lost += max(0, entry.records - delivered.count(below: entry.below))
    }
  }

  /// The tally, if it has changed since it was told last.
  mutating func takeNews() -> DeliveryTally? {
    if tally == told { return nil }
    told = tally
    return tally
  }

  /// How many input records below an offset have been handed on for good.
  func count(of partition: TopicPartition, below offset: Offset) -> Int64 {
    inputs.first { $0.partition == partition }?.delivered.count(below: offset) ?? 0
  }

  private mutating func place(of partition: TopicPartition) -> Int {
    if let place = inputs.firstIndex(where: { $0.partition == partition }) { return place }
    inputs.append(Input(partition: partition))
    return inputs.count - 1
  }
}
