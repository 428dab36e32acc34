import Feed

/// `--record`: what a live source tells is written as it comes; a simulation, whose past can be
/// changed, is written at its end.
struct RecordLog {
  private var output: Output
  private var written = 0
  private var hasBegun = false

  /// Opens the file, so that nothing is played in vain.
  init(path: String) throws(OutputError) { output = try Output(path: path) }

  mutating func follow(_ play: Play) throws(OutputError) {
    guard let history = play.source.liveHistory else { return }
    if !hasBegun {
      try output.line(Recording.header)
      try output.line(RecordingLine.text(of: .origin(play.recordingOrigin)))
      hasBegun = true
    }
    // Only what is old leaves the history, so what is new is whole.
    let new = history.entries.suffix(history.count - written)
    for entry in new { try output.line(RecordingLine.text(of: entry)) }
    written = history.count
    if !new.isEmpty { try output.flush() }
  }

  mutating func finish(_ play: Play) throws(OutputError) {
    defer { output.close() }
    guard let history = play.source.liveHistory else {
      return try RecordingFile.write(play, to: &output)
    }
    try follow(play)
    try output.line(RecordingLine.text(of: history.end(atMs: play.source.nowMs)))
    try output.flush()
  }
}
