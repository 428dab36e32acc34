import Board
import Feed
import KafkaModel
import Lessons
import Narration
import Screen
import Simulation

/// A lesson under keys that nobody chose: whatever was pressed, the present is the one to which
/// the same commands would have led straight, and whatever the terminal's size, every row fits.
struct Wander {
  private var chance: SeededGenerator
  private var shown: ShownPlay
  private var wallMs: Int64 = 0
  private let lesson: Lesson
  private(set) var pressed: [Key] = []

  init(seed: UInt64) {
    chance = SeededGenerator(seed: seed)
    lesson = Lessons.catalogue[Int(chance.int(in: 0...Int64(Lessons.catalogue.count - 1)))]
    shown = ShownPlay(
      play: .figure(lesson, seed: seed), language: .english, glyphs: .unicode, wallMs: 0,
      snapshots: nil)
  }

  private static let keys: [Key] =
    [.right, .left, .right, .left, .home, .end, .enter, .escape, .up, .down]
    + "nb.<>{}+- kxrasctASPhupifCB[]".map { Key.character($0) }

  /// Presses some keys, with time between them; what differs in the end, or nil.
  mutating func run() throws -> String? {
    for _ in 0..<chance.int(in: 4...30) {
      let key = Self.keys[Int(chance.int(in: 0...Int64(Self.keys.count - 1)))]
      pressed.append(key)
      _ = try shown.press(key, wallMs: wallMs)
      wallMs += chance.int(in: 0...4000)
      let toMs = shown.pace.feedMs(atWallMs: wallMs)
      if shown.pace.isPlaying { shown.play.play(toMs: toMs) { _, _ in true } }
      shown.model.takeSteps(of: shown.play)
      if let fault = resize() { return fault }
    }
    return difference
  }

  /// The terminal gets another size, down to 1×1 and up to 500×200: every row fits.
  private mutating func resize() -> String? {
    let isSmall = chance.chance(percent: 70)
    let width = Int(chance.int(in: 1...(isSmall ? 130 : 500)))
    let height = Int(chance.int(in: 1...(isSmall ? 50 : 200)))
    let frame = shown.frame(width: width, height: height)
    guard frame.width == width, frame.height == height else { return "\(width)×\(height): size" }
    let row = (0..<height).first { DisplayWidth.of(frame.rowText($0)) > width }
    return row.map { "\(width)×\(height): row \($0) is too wide" }
  }

  var text: String { "lesson \(lesson.number), keys \(pressed.map(\.wanderName).joined())" }

  private var difference: String? {
    guard let source = shown.play.source as? SimulationSource else { return "no simulation" }
    let straight = source.playedStraight()
    if let fact = Self.difference(source.picture, straight.picture) { return fact }
    let play = Play(
      source: straight, lesson: lesson, caption: lesson.caption, title: lesson.caption.title)
    for pane in Pane.allCases {
      for size in [(width: 80, height: 24), (width: 120, height: 40)] {
        var model = shown.model
        model.pane = pane
        model.takeSteps(of: play)
        let frames = [shown.play, play].map { play in
          let frame = Board.render(
            model, FeedView(play: play, lines: 200, traffic: true), width: size.width,
            height: size.height)
          return (0..<size.height).map(frame.rowText)
        }
        if let row = (0..<size.height).first(where: { frames[0][$0] != frames[1][$0] }) {
          return "\(pane.name), row \(row): \(frames[0][row]) | \(frames[1][row])"
        }
      }
    }
    return nil
  }

  private static func difference(_ a: GroupPicture, _ b: GroupPicture) -> String? {
    if a.timeMs != b.timeMs { return "time \(a.timeMs) | \(b.timeMs)" }
    if a.generation != b.generation || a.state != b.state { return "the group's state" }
    if a.members != b.members { return "members" }
    if a.partitions.map(\.status) != b.partitions.map(\.status) { return "partitions" }
    return nil
  }
}

extension Key {
  /// As the line names it by which a seed can be understood.
  fileprivate var wanderName: String {
    if case .character(let character) = self { return String(character) }
    return "‹\(self)›"
  }
}
