import Board
import Feed
import Lessons
import Narration
import Screen
import Simulation

/// Several simulated worlds in lock-step: what is done to one is done to all at the same time since
/// their lessons' starts.
struct ShownComparison {
  private struct World {
    var source: SimulationSource
    let startMs: Int64
    var sinceStartMs: Int64 { source.nowMs - startMs }
    var nextEventMs: Int64? { source.nextEventMs.map { $0 - startMs } }
  }

  private let lesson: ComparedLesson
  private var worlds: [World]
  var model: CompareModel
  private var pace: Pace
  private var noticeUntilMs: Int64?

  /// - Parameter anonymizer: the one of the play behind it, which knows the names.
  init(
    _ lesson: ComparedLesson, board: BoardModel, wallMs: Int64, anonymizer: Anonymizer? = nil
  ) {
    self.lesson = lesson
    worlds = lesson.columns.map {
      let source = SimulationSource(
        scenario: $0.scenario, seed: lesson.seed, anonymizer: anonymizer)
      return World(source: source, startMs: source.nowMs)
    }
    model = CompareModel(
      figure: lesson.figure, title: lesson.title.scrubbed(anonymizer),
      columns: lesson.columns.map { .init(title: $0.title, note: $0.note) }, board: board)
    model.board.pane = .picture
    pace = Pace(wallMs: wallMs, feedMs: 0, speed: board.speed, isPlaying: board.isPlaying)
  }

  private var sinceStartMs: Int64 { worlds.map(\.sinceStartMs).max() ?? 0 }
  private var views: [FeedView] {
    worlds.map { world in
      FeedView(picture: world.source.picture, timeline: world.source.timeline, log: [])
    }
  }

  func frame(width: Int, height: Int) -> Frame {
    Compare.render(model, views, width: width, height: height)
  }

  /// One world alone, as it would have been opened.
  func play(_ number: Int) -> Play {
    let column = lesson.columns[number]
    let title = Localized(
      english: "\(column.title.english): \(lesson.title.english)",
      korean: "\(column.title.korean): \(lesson.title.korean)")
    return Play(
      source: worlds[number].source, caption: LessonCaption(figure: lesson.figure, title: title),
      title: title)
  }

  /// What is to be known of a world that is opened.
  func note(_ number: Int) -> Localized {
    let title = lesson.columns[number].title
    return Localized(
      english: "world \(number + 1) alone, \(title.english), without beats; Esc: all again",
      korean: "\(number + 1)번 세계 하나, \(title.korean): 장면은 없다. Esc로 비교에 돌아간다")
  }

  /// Something else was in front of it, and its time stood still.
  mutating func stayed(wallMs: Int64) { pace.anchor(wallMs: wallMs, feedMs: sinceStartMs) }
}

extension ShownComparison {
  /// What a key asks of the application; nil where it has been done.
  enum Wish: Hashable, Sendable {
    case back
    case quit
    case open(Int)
    case language(Language)
  }

  mutating func press(_ key: Key, wallMs: Int64) -> Wish? {
    guard let view = views.first else { return .back }
    var wish: Wish?
    for effect in Compare.update(&model, key, view) {
      switch effect {
      case .back: wish = .back
      case .open(let number): wish = .open(number)
      case .board(let effect):
        switch effect {
        case .quit: wish = .quit
        case .up: wish = .back
        case .language(let language): wish = .language(language)
        case .command(let command): perform(command)
        case .travel(let move): travel(move, wallMs: wallMs)
        case .save, .fork, .undo, .predict, .reveal, .inside:
          model.board.notice = .notInComparison
        case .play, .speed, .compare, .beat: break
        }
      }
    }
    pace.change(
      speed: model.board.speed, isPlaying: model.board.isPlaying, wallMs: wallMs,
      feedMs: sinceStartMs)
    noticeUntilMs = model.board.notice == nil ? nil : wallMs + ShownPlay.noticeMs
    return wish
  }

  private mutating func perform(_ command: Command) {
    for index in worlds.indices {
      if case .refused(let refusal) = worlds[index].source.perform(command) {
        model.board.notice = .refused(refusal)
      }
    }
  }

  /// The next step is the first one of any world, the step before the last one.
  private mutating func travel(_ move: Travel, wallMs: Int64) {
    let target: Int64?
    switch move {
    case .nextStep:
      target = worlds.compactMap { world in
        var ahead = world
        return ahead.source.travel(.nextStep) ? ahead.sinceStartMs : nil
      }.filter { $0 > sinceStartMs }.min()
    case .previousStep:
      let now = sinceStartMs
      target = worlds.flatMap { world in
        world.source.steps.map { $0.timeMs - world.startMs }.filter { $0 < now }
      }.max()
    // The board counts in the first world's time.
    case .time(let ms): target = max(0, ms - (worlds.first?.startMs ?? 0))
    default: target = 0
    }
    if let target {
      for index in worlds.indices {
        _ = worlds[index].source.travel(.time(worlds[index].startMs + target))
      }
    } else {
      model.board.notice = move == .nextStep ? .nothingMore : .atTheStart
    }
    pace.anchor(wallMs: wallMs, feedMs: sinceStartMs)
  }
}

extension ShownComparison {
  mutating func advance(clock: WallClock) {
    let wallMs = clock.nowMs
    if let until = noticeUntilMs, until <= wallMs {
      noticeUntilMs = nil
      model.board.notice = nil
    }
    guard pace.isPlaying else { return }
    let target = pace.feedMs(atWallMs: wallMs)
    var nowMs = sinceStartMs
    // In slices, so that a slow machine shows less of it and answers keys all the same.
    while nowMs < target {
      nowMs = min(target, nowMs + Self.sliceMs)
      for index in worlds.indices {
        worlds[index].source.play(toMs: worlds[index].startMs + nowMs)
      }
      if clock.nowMs - wallMs > Self.budgetMs { break }
    }
    if nowMs < target { pace.anchor(wallMs: clock.nowMs, feedMs: nowMs) }
  }

  /// When the screen may look different next, by the wall clock; nil = only after a key.
  var nextWakeMs: Int64? {
    let next = pace.isPlaying ? (sinceStartMs / Self.tickMs + 1) * Self.tickMs : nil
    return [next.flatMap { pace.wallMs(atFeedMs: $0) }, noticeUntilMs].compactMap { $0 }.min()
  }

  private static let tickMs: Int64 = 100
  private static let sliceMs: Int64 = 250
  private static let budgetMs: Int64 = 50
}
