/// Packed events in pages of one size: a list that grows as a whole would be in memory twice each
/// time it does.
struct PackedPages {
  private struct Page {
    let startMs: Int64
    var events: [PackedEvent] = []
  }

  private var pages: [Page] = []
  /// Times that lie further from the start of their page than an event can hold.
  private var farTimes: [(index: Int, timeMs: Int64)] = []
  private(set) var count = 0

  private static let size = 16_384

  mutating func append(_ event: PackedEvent, timeMs: Int64, isInferred: Bool) {
    if count % Self.size == 0 {
      var page = Page(startMs: timeMs)
      page.events.reserveCapacity(Self.size)
      pages.append(page)
    }
    let last = pages.count - 1
    let ms = timeMs - pages[last].startMs
    if ms >= PackedEvent.mostMs { farTimes.append((count, timeMs)) }
    var event = event
    event.stamp(ms: ms, isInferred: isInferred)
    pages[last].events.append(event)
    count += 1
  }

  subscript(index: Int) -> PackedEvent { pages[index / Self.size].events[index % Self.size] }

  func timeMs(_ index: Int) -> Int64 {
    let page = pages[index / Self.size]
    let ms = page.events[index % Self.size].ms
    guard ms == PackedEvent.mostMs else { return page.startMs + ms }
    var (low, high) = (0, farTimes.count)
    while low < high {
      let middle = (low + high) / 2
      if farTimes[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return farTimes[low].timeMs
  }
}
