import Board
import Feed
import Narration
import Screen

extension ShownPlay {
  /// What a key asks of the application.
  enum Wish: Hashable, Sendable {
    case quit
    case home
    case compare
    case language(Language)
  }

  /// Gives a key to the board and does what it asks for.
  mutating func press(_ key: Key, wallMs: Int64) throws(OutputError) -> Wish? {
    let effects = Board.update(&model, .key(key), view)
    var wish: Wish?
    for effect in effects {
      switch effect {
      case .quit: wish = .quit
      case .up: wish = .home
      case .language(let language): wish = .language(language)
      case .command(let command): try perform(command, wallMs: wallMs)
      case .travel(let move): try travel(move, wallMs: wallMs)
      case .beat(let beat): try go(toBeat: beat, wallMs: wallMs)
      case .compare: wish = .compare
      case .save: save()
      case .fork: fork()
      case .undo: try undo(wallMs: wallMs)
      case .predict: predict()
      case .reveal: try reveal(wallMs: wallMs)
      case .inside: lookInside()
      case .play, .speed: break
      }
    }
    followModel(wallMs: wallMs)
    noticeUntilMs = model.notice == nil ? nil : wallMs + Self.noticeMs
    return wish
  }

  /// The board says whether time runs and how fast.
  private mutating func followModel(wallMs: Int64) {
    let plays = model.isPlaying || play.isLive
    guard plays != pace.isPlaying || model.speed != pace.speed else { return }
    pace.change(
      speed: model.speed, isPlaying: plays, wallMs: wallMs, feedMs: play.source.nowMs)
  }

  private mutating func perform(_ command: Command, wallMs: Int64) throws(OutputError) {
    let before = play.source.picture
    let source = play.source
    let answer = play.source.perform(command)
    _ = Board.update(&model, .answered(answer), view)
    model.takeSteps(of: play)
    guard answer == .done else { return }
    if !play.isLive { beforeCommand = source }
    note(before, wallMs: wallMs)
    try snapshots?.write(play)
  }

  /// What has been played beyond the present goes; undo brings it back.
  private mutating func fork() {
    let source = play.source
    let acts = play.source.fork()
    _ = Board.update(&model, .noticed(acts.map { .forked(acts: $0) } ?? .noFuture), view)
    if acts != nil { beforeCommand = source }
    model.takeSteps(of: play)
  }

  /// Takes the last command back: the moment it came, and the future it replaced.
  private mutating func undo(wallMs: Int64) throws(OutputError) {
    guard let source = beforeCommand else {
      _ = Board.update(&model, .noticed(.nothingToUndo), view)
      return
    }
    play.source = source
    beforeCommand = nil
    mark = nil
    pace.anchor(wallMs: wallMs, feedMs: source.nowMs)
    model.takeSteps(of: play)
    try snapshots?.write(play)
  }

  mutating func travel(_ move: Travel, wallMs: Int64) throws(OutputError) {
    let before = play.source.picture
    let done = play.source.travel(move)
    pace.anchor(wallMs: wallMs, feedMs: play.source.nowMs)
    mark = done && move == .nextStep ? ChangeMark(before: before, untilMs: nil) : nil
    _ = Board.update(&model, .travelled(move, done), view)
    model.takeSteps(of: play)
    if done { try snapshots?.write(play) }
  }

  /// To where a beat begins, from the start on; it stays where it is if that does not come.
  private mutating func go(toBeat beat: Int, wallMs: Int64) throws(OutputError) {
    let before = play.source
    _ = play.source.travel(.start)
    do throws(Failure) {
      try play.go(to: .beat(beat, name: ""))
    } catch {
      play.source = before
      _ = Board.update(&model, .noBeat, view)
      return
    }
    mark = nil
    pace.anchor(wallMs: wallMs, feedMs: play.source.nowMs)
    model.takeSteps(of: play)
    try snapshots?.write(play)
  }

  /// Shows a line for some seconds.
  mutating func say(_ text: Localized, wallMs: Int64) {
    model.notice = .note(text)
    noticeUntilMs = wallMs + Self.noticeMs
  }

  /// Ends what --record asked for; in words what could not be written.
  mutating func endRecording() -> [String] {
    do throws(OutputError) {
      try record?.finish(play)
      return []
    } catch {
      return [error.description]
    }
  }

  /// Says where the recording is, or why there is none.
  private mutating func save() {
    let notice: Notice
    do throws(OutputError) {
      notice = .saved(try RecordingFile.save(play))
    } catch {
      notice = .notSaved(error.description)
    }
    _ = Board.update(&model, .noticed(notice), view)
  }

  static let noticeMs: Int64 = 4000
}
