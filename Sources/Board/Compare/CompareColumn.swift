import Feed
import Narration
import Screen

/// One world's ribbons, with the verdict's mark behind each.
struct CompareColumn {
  private let page: ComparePage
  private let view: FeedView
  private let world: Int
  private let verdict: RebalanceAccount?

  init(_ page: ComparePage, _ view: FeedView, _ world: Int) {
    self.page = page
    self.view = view
    self.world = world
    verdict = Narrator.verdict(view.picture)
  }

  private var picture: GroupPicture { view.picture }
  private var scale: TimeScale {
    TimeScale(
      msPerColumn: page.msPerColumn, columns: page.layout.ribbonWidth, nowMs: picture.timeMs)
  }

  func draw(_ canvas: inout Canvas) {
    if page.layout.isByTopic {
      for row in 0..<page.layout.rowCount { drawTopic(row, &canvas) }
    } else {
      for (row, place) in page.places.enumerated() { drawPartition(place, row, &canvas) }
    }
  }

  private func drawPartition(_ place: Int, _ row: Int, _ canvas: inout Canvas) {
    guard picture.partitions.indices.contains(place) else { return }
    let height = min(2, page.layout.rowHeight)
    let x = page.layout.x(of: world)
    let y = page.y(ofRow: row)
    let area = Rect(
      x: x, y: y - height + 1, width: page.layout.ribbonWidth, height: height)
    canvas.draw(in: area) {
      Ribbon(view, place, scale: scale, book: page.book).draw(&$0)
    }
    switch verdict?.verdict(place) {
    case .moved: canvas.put("+", x: x + page.layout.ribbonWidth, y: y, role: .strong)
    case .needless: canvas.put("!", x: x + page.layout.ribbonWidth, y: y, role: .changed)
    default: break
    }
  }

  /// The share of a topic's partitions that nobody read, over time.
  private func drawTopic(_ row: Int, _ canvas: inout Canvas) {
    let topics = ComparePage.topics(picture)
    guard topics.indices.contains(row) else { return }
    let places = picture.partitions.indices.filter {
      picture.partitions[$0].partition.topic == topics[row]
    }
    let chart = UnreadChart(view, places, scale: scale)
    let x = page.layout.x(of: world)
    for (column, count) in chart.counts.enumerated() {
      let bar = Bar.vertical(value: Int64(count), full: Int64(places.count))
      guard let bar else { continue }
      canvas.put(bar, x: x + column, y: page.y(ofRow: row), role: .lagBarNotRead)
    }
  }
}
