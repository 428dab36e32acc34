import CNcursesw
import Glibc
import Screen

extension TerminalSession {
  /// The next thing that happened, or nil when nothing did in time.
  ///
  /// - Parameters:
  ///   - timeoutMs: how long to wait; 0 only looks, a negative one waits for ever.
  ///   - descriptors: of a live source and the like, readable while they have something; they end
  ///     the wait with ``TerminalEvent/woken``, and stay readable until they have been drained.
  ///   - writing: those that end the wait in the same way once they have room.
  public func nextEvent(
    timeoutMs: Int, watching descriptors: [Int32] = [], writing: [Int32] = []
  ) -> TerminalEvent? {
    if let event = takeWaiting() { return event }
    if let key = screen.nextKey() { return .key(key) }
    var watched = ([STDIN_FILENO, inbox.descriptor] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    watched += writing.map { pollfd(fd: $0, events: Int16(POLLOUT), revents: 0) }
    let timeout = timeoutMs < 0 ? -1 : Int32(clamping: timeoutMs)
    let ready = poll(&watched, nfds_t(watched.count), timeout)
    if ready < 0, errno != EINTR { return .hungUp }
    take(inbox.drain())
    if let event = takeWaiting() { return event }
    guard ready > 0 else { return nil }
    guard watched[0].revents != 0 else {
      return watched[2...].contains { $0.revents != 0 } ? .woken : nil
    }
    if let key = screen.nextKey() { return .key(key) }
    return isInputClosed(watched[0].revents) ? .hungUp : nil
  }

  private func takeWaiting() -> TerminalEvent? {
    waiting.isEmpty ? nil : waiting.removeFirst()
  }

  private func take(_ numbers: [Int32]) {
    for number in numbers {
      switch number {
      case 0: waiting.append(.woken)
      case SIGWINCH: noteSize()
      case SIGINT: waiting.append(.interrupted)
      case SIGTERM: waiting.append(.terminated)
      case SIGHUP: waiting.append(.hungUp)
      case SIGTSTP: suspend()
      case SIGCONT: resume()
      default: break
      }
    }
  }

  private func noteSize() {
    guard fitToTerminal() else { return }
    waiting.append(.resized(width: width, height: height))
  }

  /// Ctrl-Z: the shell gets its terminal, we get it back with `fg`. The SIGCONT that ends the stop
  /// is left out, because a process without a shell is not stopped at all and gets none.
  private func suspend() {
    endwin()
    SignalGuard.stopHere()
    resume()
    take(inbox.drain().filter { $0 != SIGCONT })
  }

  /// The first refresh after `endwin` takes the screen again.
  private func resume() {
    noteSize()
    screen.repaint()
    waiting.append(.continued)
  }

  /// Input that is ready and has no byte is at its end.
  private func isInputClosed(_ events: Int16) -> Bool {
    if Int32(events) & (POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) != 0 || count == 0
  }
}
