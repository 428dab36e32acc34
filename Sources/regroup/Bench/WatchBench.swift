import Cluster
import Glibc
import KafkaModel

/// What it takes to watch 40 members and 10,000 partitions that all move on each second.
enum WatchBench {
  static func run() throws -> [String] {
    let crowd = try WatchCrowd()
    let first = try refreshUs(crowd)
    let lines = try watched(crowd, ["--plain", "--for", "60s"], "in lines")
    let screen = try watched(crowd, [], "on a screen")
    return [
      "watch, 40 members x 10000 partitions: first refresh \(Stopwatch.milliseconds(first)) ms "
        + "with its connection", lines, screen,
    ]
  }

  /// From the start to the first whole picture, the middle one of several.
  private static func refreshUs(_ crowd: WatchCrowd) throws -> Int64 {
    var times: [Int64] = []
    for _ in 0..<5 {
      let start = Stopwatch.nowUs
      let source = try WatchSource(options: options(crowd))
      while source.picture.freshMs == nil {
        var ready = pollfd(fd: source.wakeDescriptor, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, 5_000)
        _ = source.drain(toMs: source.nowMs)
      }
      times.append(Stopwatch.nowUs - start)
      source.shutDown()
    }
    return times.sorted()[times.count / 2]
  }

  private static func options(_ crowd: WatchCrowd) -> WatchOptions {
    WatchOptions(
      bootstrap: [BrokerAddress(host: "127.0.0.1", port: crowd.endpoint.port)],
      group: WatchCrowd.group)
  }

  /// Processor time and memory of a process of its own, over ten seconds once it runs.
  private static func watched(
    _ crowd: WatchCrowd, _ more: [String], _ name: String
  ) throws -> String {
    let words =
      ["regroup", "watch", "--bootstrap-server", "127.0.0.1:\(crowd.endpoint.port)"]
      + ["--group", WatchCrowd.group.text] + more
    guard let child = PtyChild(words, columns: 120, rows: 40) else {
      return "watch, \(name): no pseudo-terminal to measure it in"
    }
    defer { child.end() }
    try pass(seconds: 5, crowd, child)
    let before = child.processorMs ?? 0
    let startUs = Stopwatch.nowUs
    try pass(seconds: 10, crowd, child)
    let usedMs = (child.processorMs ?? 0) - before
    let tenths = usedMs * 1_000_000 / max(1, Stopwatch.nowUs - startUs)
    let kilobytes = SystemFile.kilobytes(of: "VmRSS", process: child.process) ?? 0
    return "watch, the same \(name), every second: \(tenths / 10).\(tenths % 10) % of a core, "
      + "\(kilobytes / 1024) MB"
  }

  private static func pass(seconds: Int, _ crowd: WatchCrowd, _ child: PtyChild) throws {
    for _ in 0..<seconds {
      let start = Stopwatch.nowUs
      try crowd.moveOn()
      let restUs = 1_000_000 - (Stopwatch.nowUs - start)
      child.read(forMs: max(0, restUs / 1_000))
    }
  }
}
