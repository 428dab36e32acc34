/// Records that produced records were made of, each of one: what a consume–transform–produce
/// loop's records say of themselves, so that it can be counted how often each was handed on.
public struct RecordSource: Hashable, Sendable {
  public var partition: TopicPartition
  public var first: Offset
  /// Of consecutive offsets.
  public var count: Int64

  public init(_ partition: TopicPartition, first: Offset, count: Int64) {
    self.partition = partition
    self.first = first
    self.count = count
  }
}

extension [RecordSource] {
  /// The first so many records, which are in the list no more.
  public mutating func takeFirst(_ count: Int64) -> [RecordSource] {
    var taken: [RecordSource] = []
    var left = count
    while left > 0, !isEmpty {
      var part = self[0]
      part.count = Swift.min(part.count, left)
      taken.append(part)
      left -= part.count
      if part.count == self[0].count {
        removeFirst()
      } else {
        self[0].first = part.first + part.count
        self[0].count -= part.count
      }
    }
    return taken
  }
}
