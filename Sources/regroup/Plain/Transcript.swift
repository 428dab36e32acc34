import Feed
import Narration

/// A figure from its start to its end at full speed, a line per event.
enum Transcript {
  static func print(_ play: Play, language: Language, snapshots: SnapshotLog?) throws {
    var play = play
    var output = Output()
    var snapshots = snapshots
    let text = PlainText(language: language)
    try snapshots?.write(play)
    for line in text.lines(of: play.source.recentLog(.max), in: play.source) {
      try output.line(line)
    }
    try play.play(toMs: play.source.nowMs + ScriptLimit.ms) { happened, now in
      try snapshots?.note(happened, now)
      for line in text.lines(of: happened, in: now.source) { try output.line(line) }
      return !now.source.isFinished
    }
    try output.flush()
  }
}
