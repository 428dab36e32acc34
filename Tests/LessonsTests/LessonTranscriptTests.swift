import Feed
import Lessons
import Narration
import Simulation
import TestSupport
import Testing

/// Each lesson from its start to its end as the log tells it, with the owners at every beat.
@Suite struct LessonTranscriptTests {
  @Test func `every lesson is told as it was`() {
    for lesson in Lessons.catalogue {
      Golden.expect(Self.transcript(lesson), named: "\(lesson.number)-transcript.txt")
    }
  }

  private static func transcript(_ lesson: Lesson) -> String {
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    var lines = ["# \(lesson.number)  \(lesson.caption.title.english)"]
    if let beat = source.picture.beat { lines.append(status(source, lesson, beat)) }
    while !source.isOver, let next = source.nextEventMs {
      for timed in source.drain(toMs: next) {
        if case .beat(let beat) = timed.event { lines.append(status(source, lesson, beat)) }
        guard timed.event.isLogged,
          let remark = Narrator.logLine(timed, source.picture, source.timeline)
        else { continue }
        lines.append("\(TimeText.clock(ms: timed.timeMs)) \(remark.text(in: .english).text)")
      }
    }
    lines.append("end   \(owners(source.picture))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func status(_ source: SimulationSource, _ lesson: Lesson, _ beat: Int) -> String {
    "> \(lesson.beatName(beat) ?? "?")   \(owners(source.picture))"
  }

  /// `0 [A]  1 (B)`: in brackets who reads it, in parentheses whom the plan names.
  private static func owners(_ picture: GroupPicture) -> String {
    let all = picture.partitions.map { partition in
      let planned = partition.planned.slot?.letter ?? "-"
      let reader = partition.status.isRead ? partition.reader?.letter : nil
      let name = partition.partition.description
      return "\(name) \(reader.map { "[\($0)]" } ?? "(\(planned))")"
    }
    return "generation \(picture.generation?.value ?? -1)   " + all.joined(separator: "  ")
  }
}
