import Export
import Feed
import Lessons
import Narration
import Simulation

/// What is played: a source with the lesson it belongs to.
struct Play {
  var source: any StagedSource
  let lesson: Lesson?
  let caption: LessonCaption?
  /// Where there is no lesson.
  let title: Localized
  /// What is to be known before one looks.
  let note: Localized?

  /// Live sources follow the wall clock and cannot be stopped.
  var isLive: Bool { source.capabilities.kind.isLive }

  init(
    source: any StagedSource, lesson: Lesson? = nil, caption: LessonCaption? = nil,
    title: Localized, note: Localized? = nil
  ) {
    self.source = source
    self.lesson = lesson
    let anonymizer = source.anonymizer
    self.note = note.map { $0.scrubbed(anonymizer) }
    self.caption = caption.map { $0.scrubbed(anonymizer) }
    self.title = title.scrubbed(anonymizer)
  }

  static func figure(
    _ lesson: Lesson, seed: UInt64?, anonymizer: Anonymizer? = nil
  ) -> Play {
    let source = SimulationSource(
      scenario: lesson.scenario, seed: seed ?? lesson.seed, anonymizer: anonymizer)
    return Play(
      source: source, lesson: lesson, caption: lesson.caption, title: lesson.caption.title)
  }

  static func sandbox(
    _ options: SandboxOptions, seed: UInt64, anonymizer: Anonymizer? = nil
  ) -> Play {
    let source = SimulationSource(
      scenario: Sandbox.scenario(options), seed: seed, anonymizer: anonymizer)
    return Play(source: source, title: Sandbox.caption.title)
  }

  /// What the lesson asks now.
  var question: LessonQuestion? {
    let question = lesson?.talk(atBeat: source.picture.beat)?.question
    return question.flatMap { $0.isOpen(source.picture) ? $0 : nil }
  }

  /// The present as one line of JSON.
  var snapshot: String {
    Snapshot.line(
      source.picture, source: source.capabilities.kind, seed: source.shownSeed,
      beat: lesson?.beatName(source.picture.beat), step: source.stepNumber,
      steps: source.stepCount)
  }

  /// Goes on to `toMs`, one moment after the other: what happens at the same millisecond is one.
  ///
  /// - Parameter each: gets what has happened, and returns false to stop there.
  mutating func play(
    toMs: Int64, each: (_ happened: [TimedEvent], _ play: Play) throws -> Bool
  ) rethrows {
    while let next = source.nextEventMs, next <= toMs {
      let happened = source.drain(toMs: max(next, source.nowMs))
      if try !each(happened, self) { return }
    }
    let happened = source.drain(toMs: toMs)
    if !happened.isEmpty { _ = try each(happened, self) }
  }
}
