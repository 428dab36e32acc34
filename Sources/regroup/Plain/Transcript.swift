import Feed
import Narration

/// A figure from its start to its end, a line per event: at full speed, or as fast as a cluster.
enum Transcript {
  static func print(
    _ play: Play, look: LookOptions, snapshots: SnapshotLog?, record: RecordLog?
  ) throws {
    var show = PlainShow(
      play: play, look: look, output: Output(), snapshots: snapshots,
      record: record, isTranscript: true)
    if play.isLive {
      if let note = play.note { Leftovers.tell([note[look.language]]) }
      return try LiveLines.run(&show, .toTheEnd)
    }
    let endMs = play.source.endMs ?? play.source.nowMs + ScriptLimit.ms
    try show.recorded { show in
      try show.open()
      try show.run(untilMs: endMs, stopsAtEnd: true)
    }
  }
}
