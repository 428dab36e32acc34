import CNcursesw
import Glibc
import Screen

extension TerminalSession {
  /// The next thing that happened, or nil when nothing did in time.
  ///
  /// - Parameter timeoutMs: how long to wait; 0 only looks, a negative one waits for ever.
  public func nextEvent(timeoutMs: Int) -> TerminalEvent? {
    if let event = takeWaiting() { return event }
    if let key = screen.nextKey() { return .key(key) }
    var watched = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = timeoutMs < 0 ? -1 : Int32(clamping: timeoutMs)
    let ready = poll(&watched, nfds_t(watched.count), timeout)
    if ready < 0, errno != EINTR { return .hungUp }
    takeSignals()
    if let event = takeWaiting() { return event }
    guard ready > 0, watched[0].revents != 0 else { return nil }
    if let key = screen.nextKey() { return .key(key) }
    return isInputClosed(watched[0].revents) ? .hungUp : nil
  }

  private func takeWaiting() -> TerminalEvent? {
    waiting.isEmpty ? nil : waiting.removeFirst()
  }

  private func takeSignals() {
    for number in inbox.drain() {
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
  /// is answered here, because a process without a shell is not stopped at all and gets none.
  private func suspend() {
    endwin()
    SignalGuard.stopHere()
    resume()
  }

  /// The first refresh after `endwin` takes the screen again.
  private func resume() {
    if !fitToTerminal() { screen.repaint() } else { noteSizeAfterStop() }
    if !waiting.contains(.continued) { waiting.append(.continued) }
  }

  private func noteSizeAfterStop() {
    waiting.append(.resized(width: width, height: height))
  }

  /// Input that is ready and has no byte is at its end.
  private func isInputClosed(_ events: Int16) -> Bool {
    if Int32(events) & (POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) != 0 || count == 0
  }
}
