import Glibc

/// This program once more, in a pseudo-terminal of its own.
struct PtyChild {
  let process: pid_t
  let terminal: Int32

  /// nil where there is no pseudo-terminal.
  init?(_ words: [String], columns: UInt16, rows: UInt16) {
    var terminal: Int32 = -1
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var arguments = words.map { (word: String) in strdup(word) } + [nil]
    defer { for argument in arguments { free(argument) } }
    setenv("TERM", "xterm-256color", 1)
    let child = forkpty(&terminal, nil, nil, &size)
    if child == 0 {
      // Only what is safe after fork: the program takes this process over.
      execv("/proc/self/exe", &arguments)
      _exit(127)
    }
    guard child > 0 else { return nil }
    process = child
    self.terminal = terminal
  }

  /// Takes what it writes, so that it never waits for a reader.
  func read(forMs: Int64) {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let endUs = Stopwatch.nowUs + forMs * 1_000
    while true {
      let restMs = (endUs - Stopwatch.nowUs) / 1_000
      if restMs <= 0 { return }
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, Int32(restMs)) > 0 else { return }
      if Glibc.read(terminal, &piece, piece.count) <= 0 { return }
    }
  }

  /// What it has used of the processor since its start.
  var processorMs: Int64? {
    guard let text = SystemFile.text("/proc/\(process)/stat"),
      let close = text.lastIndex(of: ")")
    else { return nil }
    // utime and stime are fields 14 and 15; what follows the name begins with field 3.
    let fields = text[close...].split(separator: " ").dropFirst()
    let ticks = fields.dropFirst(11).prefix(2).compactMap { Int64($0) }
    guard ticks.count == 2 else { return nil }
    return (ticks[0] + ticks[1]) * 1_000 / Int64(sysconf(Int32(_SC_CLK_TCK)))
  }

  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(terminal)
  }
}
