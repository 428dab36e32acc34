import Feed
import Narration
import Screen

/// The verdicts of all worlds, a row each number; what is not known yet is left empty.
struct CompareNumbers {
  private let page: ComparePage
  private let costs: [CompareCost?]

  init(_ page: ComparePage) {
    self.page = page
    costs = page.views.map { CompareCost($0) }
  }

  func draw(_ canvas: inout Canvas) {
    let book = page.book
    row(0, book.kept, &canvas) { $0.kept.map(String.init) }
    row(1, book.moved, &canvas) { $0.moved.map(String.init) }
    row(2, book.needless, &canvas, warns: true) { $0.needless.map(String.init) }
    row(3, book.rounds, &canvas) { $0.rounds.map(String.init) }
    time(4, book.notRead, &canvas) { $0.notReadMs }
    time(5, book.ofHealthy, &canvas) { $0.healthyMs }
    let words = page.model.board.language.transactions
    tally(6, words.duplicates, &canvas) { $0.duplicates }
    tally(7, words.lost, &canvas) { $0.lost }
    unread(8, words.unread, &canvas)
  }

  /// - Returns: the number's row; nil where it has none.
  private func label(_ number: Int, _ text: String, _ canvas: inout Canvas) -> Int? {
    guard let place = page.layout.numbers.firstIndex(of: number) else { return nil }
    let y = page.layout.numbersY + place
    canvas.put(
      ColumnText.clipped(text, width: page.layout.labelWidth), x: 1, y: y, role: .label)
    return y
  }

  private func row(
    _ number: Int, _ text: String, _ canvas: inout Canvas, warns: Bool = false,
    _ value: (CompareCost) -> String?
  ) {
    guard let y = label(number, text, &canvas) else { return }
    for (world, cost) in costs.enumerated() {
      guard let text = cost.flatMap(value) else { continue }
      let role: Role = warns && text != "0" ? .changed : .strong
      canvas.put(text, x: page.layout.x(of: world), y: y, role: role)
    }
  }

  private func tally(
    _ number: Int, _ text: String, _ canvas: inout Canvas, _ value: (DeliveryTally) -> Int64
  ) {
    guard let y = label(number, text, &canvas) else { return }
    for (world, view) in page.views.enumerated() {
      guard let count = view.picture.transactions.tally.map(value) else { continue }
      canvas.put(
        "\(count)", x: page.layout.x(of: world), y: y, role: count > 0 ? .warning : .strong)
    }
  }

  /// How far the readers are behind the logs' ends.
  private func unread(_ number: Int, _ text: String, _ canvas: inout Canvas) {
    guard let y = label(number, text, &canvas) else { return }
    for (world, view) in page.views.enumerated() {
      let counts = view.picture.partitions.map { $0.unread(atMs: view.picture.timeMs) }
      guard counts.allSatisfy({ $0 != nil }) else { continue }
      let sum = counts.reduce(Int64(0)) { $0 &+ ($1 ?? 0) }
      canvas.put("\(sum)", x: page.layout.x(of: world), y: y, role: .strong)
    }
  }

  private func time(
    _ number: Int, _ text: String, _ canvas: inout Canvas, _ value: (CompareCost) -> Int64?
  ) {
    guard let y = label(number, text, &canvas) else { return }
    let full = costs.reduce(Int64(1)) { max($0, $1?.notReadMs ?? 0) }
    for (world, cost) in costs.enumerated() {
      guard let ms = cost.flatMap(value) else { continue }
      let x = page.layout.x(of: world)
      var text = page.book.seconds(ms: ms)
      // Two numbers that touch are none.
      if DisplayWidth.of(text) >= page.layout.pitch { text = TimeText.tenths(ms: ms) }
      if DisplayWidth.of(text) >= page.layout.pitch { text = "\((ms + 500) / 1000)" }
      let end = canvas.put(text, x: x, y: y, role: ms > 0 ? .notRead : .strong)
      let room = page.layout.pitch - 2 - (end - x)
      if page.layout.pitch >= 22, room > 6 {
        let bar = Bar.horizontal(value: ms, full: full, columns: room - 1)
        canvas.put(bar, x: end + 1, y: y, role: .lagBarNotRead)
      }
    }
  }
}
