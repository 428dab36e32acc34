import Narration
import Screen

/// Why, Cost, Next at the foot of the figure.
struct StoryBlock {
  private let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  func draw(_ canvas: inout Canvas) {
    let whole = Foot(figure.model, figure.view)
    let foot = whole.lines
    let marks = Self.marks(whole, figure.model.language)
    let width = Self.textWidth(canvas.width, marks)
    let parts = Self.fitted(
      foot.map { PhraseLines.wrap($0.text, width: width) }, rows: figure.rows.storyRows,
      width: width)
    var y = figure.rows.storyY
    for (index, (line, lines)) in zip(foot, parts).enumerated() {
      canvas.put(line.label, x: 1, y: y, role: .label)
      if marks.indices.contains(index) {
        canvas.put(marks[index], before: canvas.width - 1, y: y, role: .quiet)
      }
      for line in lines {
        line.draw(x: 8, y: y, &canvas)
        y += 1
      }
    }
    drawFootnote(from: y, &canvas)
  }

  /// How each line is known, in a column of its own at the right.
  private static func marks(_ foot: Foot, _ language: Language) -> [String] {
    foot.evidence.map(language.watch.evidence)
  }

  private static func textWidth(_ width: Int, _ marks: [String]) -> Int {
    let column = marks.reduce(0) { max($0, DisplayWidth.of($1) + 2) }
    return min(110, width - 9 - column)
  }

  /// Rows that the story needs to be whole.
  static func rows(_ model: BoardModel, _ view: FeedView, width: Int) -> Int {
    let foot = Foot(model, view)
    let width = textWidth(width, marks(foot, model.language))
    return foot.lines.reduce(0) {
      $0 + max(1, PhraseLines.wrap($1.text, width: width).count)
    }
  }

  /// The lesson's footnote, where the story leaves a row and it fits as a whole.
  private func drawFootnote(from y: Int, _ canvas: inout Canvas) {
    guard let footnote = Footnote.text(figure.model, figure.picture) else { return }
    let last = figure.rows.keysY - 1
    let lines = TextWrap.lines(footnote, width: canvas.width - 2)
    guard y + lines.count <= last + 1, canvas.width > 2 else { return }
    for (row, line) in lines.enumerated() {
      canvas.put(line, x: 1, y: last + 1 - lines.count + row, role: .quiet)
    }
  }

  /// Each keeps one line at least; the longest gives way first. What is cut says so.
  static func fitted(_ parts: [[Phrase]], rows: Int, width: Int) -> [[Phrase]] {
    var fitted = parts
    while fitted.reduce(0, { $0 + max(1, $1.count) }) > rows {
      let longest = fitted.indices.max { fitted[$0].count < fitted[$1].count } ?? 0
      if fitted[longest].count <= 1 { break }
      fitted[longest].removeLast()
    }
    for index in fitted.indices where fitted[index].count < parts[index].count {
      let last = fitted[index].count - 1
      fitted[index][last] = PhraseLines.cut(fitted[index][last], width: width)
    }
    return fitted
  }
}

extension Phrase {
  /// Returns the column after the text.
  @discardableResult
  func draw(x: Int, y: Int, plain: Role = .text, _ canvas: inout Canvas) -> Int {
    var column = x
    for span in spans {
      let role: Role =
        switch span.emphasis {
        case .plain: plain
        case .strong: .strong
        case .notRead: .notRead
        }
      column = canvas.put(span.text, x: column, y: y, role: role)
    }
    return column
  }
}
