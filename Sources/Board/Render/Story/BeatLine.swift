import Feed
import Screen

/// The lesson's parts at the right end of a row, the one that runs reversed.
struct BeatLine {
  private let words: [String]
  private let current: Int?

  init(_ model: BoardModel, _ picture: GroupPicture) {
    let beats = model.caption?.beats ?? []
    words = beats.enumerated().map { "\($0.offset + 1) \($0.element[model.language])" }
    current = picture.beat
  }

  /// - Parameter from: the first column that may be taken.
  /// - Returns: the column where it begins; the row's end if nothing fits.
  @discardableResult
  func draw(_ canvas: inout Canvas, y: Int, from left: Int) -> Int {
    guard let texts = [words, short].first(where: { place($0, canvas) > left }), !texts.isEmpty
    else { return canvas.width }
    let start = place(texts, canvas)
    var x = start
    for (index, text) in texts.enumerated() {
      if index > 0 { x = canvas.put("›", x: x, y: y, role: .faint) }
      x = canvas.put(" \(text) ", x: x, y: y, role: current == index ? .beat : .quiet)
    }
    return start
  }

  /// Of many parts only the one that runs has its words.
  private var short: [String] {
    words.enumerated().map { $0.offset == current ? $0.element : "\($0.offset + 1)" }
  }

  private func place(_ texts: [String], _ canvas: Canvas) -> Int {
    let total = texts.reduce(0) { $0 + DisplayWidth.of($1) + 2 } + max(0, texts.count - 1)
    return canvas.width - 1 - total
  }
}
