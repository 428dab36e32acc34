/// Records that were sent and that no leader has answered, by partition of the output topic.
///
/// When some are not written the application reads again and goes on, while others of the same
/// poll() are still under way: their answers come before those of what is sent after them.
struct UnansweredRecords: Hashable, Sendable {
  private struct Entry: Hashable {
    let partition: Int32
    var old: Int64 = 0
    var new: Int64 = 0
  }

  private var entries: [Entry] = []

  /// Nothing is under way of what was sent since the last `giveUp`.
  var isEmpty: Bool { entries.allSatisfy { $0.new == 0 } }

  mutating func add(_ count: Int64, to partition: Int32) {
    entries[place(of: partition)].new += count
  }

  /// So many are answered; true if some of them were sent since the last `giveUp`.
  mutating func take(_ count: Int64, of partition: Int32) -> Bool {
    let place = place(of: partition)
    let old = min(entries[place].old, count)
    entries[place].old -= old
    entries[place].new = max(0, entries[place].new - (count - old))
    return count > old
  }

  /// Nobody waits any more for what is under way.
  mutating func giveUp() {
    for place in entries.indices {
      entries[place].old += entries[place].new
      entries[place].new = 0
    }
  }

  private mutating func place(of partition: Int32) -> Int {
    if let place = entries.firstIndex(where: { $0.partition == partition }) { return place }
    entries.append(Entry(partition: partition))
    return entries.count - 1
  }
}
