import Glibc
import Testing

@testable import Terminal

@Suite struct SignalGuardTests {
  @Test func aTrapGivesTheTerminalBackAndLosesNoMessage() async throws {
    let result = try #require(
      await #expect(
        processExitsWith: .failure,
        observing: [\.standardOutputContent, \.standardErrorContent]
      ) {
        SignalGuard.install()
        SignalGuard.arm(reset: Array("<reset>".utf8), chainsCrashes: false, holdsErrors: true)
        _ = write(STDERR_FILENO, "held\n", 5)
        abort()
      })
    #expect(String(decoding: result.standardOutputContent, as: UTF8.self).contains("<reset>"))
    #expect(String(decoding: result.standardErrorContent, as: UTF8.self).contains("held"))
  }

  @Test func exitGivesTheTerminalBackOnce() async throws {
    let result = try #require(
      await #expect(processExitsWith: .exitCode(3), observing: [\.standardOutputContent]) {
        SignalGuard.install()
        SignalGuard.arm(reset: Array("<reset>".utf8), chainsCrashes: false, holdsErrors: false)
        exit(3)
      })
    let text = String(decoding: result.standardOutputContent, as: UTF8.self)
    #expect(text.split(separator: "<reset>", omittingEmptySubsequences: false).count == 2)
  }

  @Test func signalsArriveAsNumbers() async {
    await #expect(processExitsWith: .exitCode(0)) {
      guard let pipe = SignalGuard.openPipe() else { exit(1) }
      SignalGuard.install()
      let inbox = SignalInbox(descriptor: pipe.reading)
      guard inbox.drain() == [] else { exit(2) }
      TerminalWaker(descriptor: pipe.writing).wake()
      TerminalWaker(descriptor: pipe.writing).wake()
      guard inbox.drain() == [0] else { exit(3) }
      for number in [SIGTERM, SIGWINCH, SIGINT, SIGHUP, SIGCONT] {
        kill(getpid(), number)
        var watched = [pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0)]
        while poll(&watched, 1, 30_000) < 0, errno == EINTR {}
        guard inbox.drain() == [number] else { exit(4) }
      }
      exit(0)
    }
  }

  @Test func thereIsNoSessionWithoutATerminal() async {
    await #expect(processExitsWith: .exitCode(7)) {
      let null = open("/dev/null", O_RDWR)
      dup2(null, STDIN_FILENO)
      do {
        _ = try TerminalSession()
      } catch TerminalError.notATerminal {
        exit(7)
      }
    }
  }
}
