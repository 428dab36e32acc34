import Feed
import Glibc

/// How fast a recording of ten minutes is written, read and gone through, and what it takes.
enum RecordingBench {
  static func run() throws -> [String] {
    let play = course
    let path = "/tmp/regroup-bench-\(getpid()).recording"
    var output = try Output(newPath: path)
    defer {
      output.close()
      unlink(path)
    }
    var start = Stopwatch.nowUs
    try RecordingFile.write(play, to: &output)
    let written = Stopwatch.nowUs - start
    start = Stopwatch.nowUs
    let tape = try RecordingFile.read(path)
    let read = Stopwatch.nowUs - start
    let seeks = Self.seeks(RecordingSource(tape))
    let megabytes = peakMegabytes(["regroup", "export", path, "--format", "svg", "--step", "last"])
    return [
      "recording of 10 min, 40 members x 500 partitions: \(tape.eventCount) events, "
        + "written in \(written / 1000) ms, read in \(read / 1000) ms",
      "  seek anywhere: \(Stopwatch.milliseconds(seeks.middle)) ms, at worst "
        + "\(Stopwatch.milliseconds(seeks.worst)) ms",
      "  memory of the program with it, at most: \(megabytes.map { "\($0) MB" } ?? "not known")",
    ]
  }

  /// Members that die and come back, so that there is something to tell.
  private static var course: Play {
    var play = Play.sandbox(FrameBench.large, seed: 1)
    for minute in 0..<10 {
      _ = play.source.drain(toMs: play.source.nowMs + 30_000)
      let slot = MemberSlot(minute / 2)
      _ = play.source.perform(minute % 2 == 0 ? .kill(slot) : .restart(slot))
      _ = play.source.drain(toMs: play.source.nowMs + 30_000)
    }
    return play
  }

  /// To 400 places from one end to the other and back, each from far away.
  private static func seeks(_ recording: RecordingSource) -> (middle: Int64, worst: Int64) {
    var source = recording
    let lengthMs = recording.tape.endMs - recording.tape.startMs
    let times = (0..<400).map { place -> Int64 in
      let wanted = recording.tape.startMs + lengthMs * Int64(place * 163 % 400) / 400
      let start = Stopwatch.nowUs
      _ = source.travel(.time(wanted))
      return Stopwatch.nowUs - start
    }.sorted()
    return (times[times.count / 2], times[times.count - 1])
  }

  /// What a child of ours has in memory at its largest, looked at while it runs: what the system
  /// tells afterwards counts this process too, whose memory a child begins with.
  private static func peakMegabytes(_ words: [String]) -> Int? {
    var arguments = words.map { (word: String) in strdup(word) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    guard posix_spawn(&child, "/proc/self/exe", &actions, nil, &arguments, nil) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var peak: Int?
    while waitpid(child, &status, WNOHANG) == 0 {
      peak = SystemFile.kilobytes(of: "VmHWM", process: child) ?? peak
      usleep(2000)
    }
    return status == 0 ? peak.map { $0 >> 10 } : nil
  }
}
