import Feed
import Lessons
import Narration

extension Play {
  /// What stands in the name of a file: the figure's number, or what it is.
  var recordingName: String {
    lesson?.number ?? (isLive ? source.capabilities.kind.rawValue : "sandbox")
  }

  var recordingOrigin: RecordingOrigin {
    RecordingOrigin(
      kind: isLive ? source.capabilities.kind : .simulation, name: recordingName,
      title: lesson == nil && isLive ? title.english : nil, seed: source.shownSeed,
      engine: Engine.fingerprint)
  }

  /// A recording that can be looked at; what is special about it is its note.
  static func recording(
    _ path: String, anonymizer: Anonymizer? = nil
  ) throws(Failure) -> Play {
    recording(try RecordingFile.read(path, anonymizer: anonymizer))
  }

  static func recording(_ tape: RecordingTape) -> Play {
    let origin = tape.origin
    let lesson = origin.flatMap { Lessons.find($0.name) }
    let title = lesson?.caption.title ?? origin.map(title) ?? unknownTitle
    return Play(
      source: RecordingSource(tape), lesson: lesson, caption: lesson?.caption, title: title,
      note: note(tape))
  }

  private static func title(_ origin: RecordingOrigin) -> Localized {
    switch origin.name {
    case FuzzRun.recordingName:
      let seed = origin.seed.map(String.init) ?? "?"
      return Localized(english: "Random group \(seed)", korean: "무작위 그룹 \(seed)")
    case "sandbox" where origin.title == nil: return Sandbox.caption.title
    default: return origin.title.map { Localized(english: $0, korean: $0) } ?? unknownTitle
    }
  }

  private static let unknownTitle = Localized(english: "A group", korean: "그룹")

  /// Why it is not all that one would expect; nil where it is.
  private static func note(_ tape: RecordingTape) -> Localized? {
    var notes: [Localized] = []
    if let line = tape.cutAfterLine {
      notes.append(
        Localized(
          english: "cut off: the last whole entry is line \(line)",
          korean: "끝이 잘렸다: 온전한 마지막 줄은 \(line)번째 줄"))
    }
    if let origin = tape.origin, origin.name == FuzzRun.recordingName, let broken = origin.title {
      notes.append(Localized(english: "broken: \(broken)", korean: "깨진 규칙: \(broken)"))
    }
    if let origin = tape.origin, origin.kind == .simulation, origin.engine != Engine.fingerprint {
      notes.append(
        Localized(
          english: "recorded by another version: shown as it was then",
          korean: "다른 버전에서 녹화했다: 그때 일어난 그대로 보여 준다"))
    } else if tape.origin == nil {
      notes.append(
        Localized(
          english: "the file does not tell where it is from",
          korean: "어디에서 녹화했는지 파일에 없다"))
    }
    if notes.isEmpty { return nil }
    return Localized(
      english: notes.map(\.english).joined(separator: "; "),
      korean: notes.map(\.korean).joined(separator: "; "))
  }
}
