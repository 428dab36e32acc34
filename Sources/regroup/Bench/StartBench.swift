import Glibc

/// Starts the program in a pseudo-terminal and waits for its first frame.
enum StartBench {
  struct Result: Hashable, Sendable {
    var milliseconds: String
    var residentKilobytes: Int
  }

  static func run() -> Result? {
    var times: [Int64] = []
    var resident: [Int] = []
    for _ in 0..<7 {
      guard let (us, kilobytes) = once() else { return nil }
      times.append(us)
      resident.append(kilobytes)
    }
    return Result(
      milliseconds: Stopwatch.milliseconds(times.sorted()[times.count / 2]),
      residentKilobytes: resident.sorted()[resident.count / 2])
  }

  private static func once() -> (us: Int64, kilobytes: Int)? {
    let start = Stopwatch.nowUs
    guard let child = PtyChild(["regroup", "figure", "6-5"], columns: 80, rows: 24) else {
      return nil
    }
    defer { child.end() }
    guard firstFrame(in: child.terminal) else { return nil }
    let us = Stopwatch.nowUs - start
    let kilobytes = SystemFile.kilobytes(of: "VmRSS", process: child.process)
    return kilobytes.map { (us, $0) }
  }

  /// Reads until the last label of the picture has come; false when nothing comes for 5 s.
  private static func firstFrame(in terminal: Int32) -> Bool {
    var seen: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    let wanted = Array("Next".utf8)
    while true {
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, 5000) > 0 else { return false }
      let count = read(terminal, &piece, piece.count)
      guard count > 0 else { return false }
      seen += piece[..<count]
      if contains(seen, wanted) { return true }
    }
  }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }
}
