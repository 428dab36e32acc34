import CNcursesw
import Glibc

/// Signals become bytes in a pipe, and whatever ends the process gives the terminal back.
enum SignalGuard {
  private static let noted: [Int32] = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT]
  private static let crashes: [Int32] = [
    SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT, SIGSYS,
  ]

  /// The pipe's two ends, open until the process ends: a late signal or a waker may still write.
  static func openPipe() -> (reading: Int32, writing: Int32)? {
    var ends: (reading: Int32, writing: Int32) = (-1, -1)
    return regroup_open_pipe(&ends.reading, &ends.writing) == 0 ? ends : nil
  }

  /// Before ncurses starts: it puts its own handlers only where there is none.
  static func install() {
    _ = regroup_remember_terminal()
    regroup_use_signal_stack()
    for number in noted { regroup_install(number, 0) }
    for number in crashes { regroup_install(number, 1) }
  }

  /// After ncurses has taken the screen.
  ///
  /// - Parameters:
  ///   - reset: what to write to leave it again.
  ///   - chainsCrashes: whether a trap goes on to the handler that was there before. Otherwise it
  ///     ends the process at once: Swift's backtracer would wait for a key on the terminal.
  ///   - holdsErrors: whether to keep standard error back until the screen is gone.
  static func arm(reset: [UInt8], chainsCrashes: Bool, holdsErrors: Bool) {
    reset.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        if let start = text.baseAddress {
          regroup_arm(start, text.count, chainsCrashes ? 1 : 0)
        }
      }
    }
    if holdsErrors { regroup_hold_stderr() }
  }

  /// After ncurses has left the screen.
  static func disarm() {
    regroup_disarm()
    // A closed window sends SIGHUP more than once, and what was shown has still to be put away.
    for number in noted + crashes where number != SIGHUP { regroup_uninstall(number) }
  }

  /// Stops the process as a shell expects of Ctrl-Z, and returns when it goes on.
  static func stopHere() {
    regroup_stop_here()
  }
}
