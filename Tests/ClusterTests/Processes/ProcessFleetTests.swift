import Feed
import Glibc
import NIOCore
import Testing

@testable import Cluster
@testable import Live

/// Processes of the system stand for members here.
struct ProcessFleetTests {
  private let slot = MemberSlot(0)

  /// Starts a command, does something once its first line has come, and returns all its lines
  /// and how it ended.
  private func run(
    _ command: [String], first: String? = nil,
    then act: @escaping @Sendable (ProcessFleet, MemberSlot) -> Void = { _, _ in }
  ) throws -> (lines: [String], status: ProcessEnd) {
    let client = ClientLoop()
    let slot = slot
    let fleet = try client.make {
      ProcessFleet(loop: $0, environment: ["PATH=/usr/bin:/bin"], errors: 2)
    }
    let result: Ended = try client.wait { done in
      let fleet = fleet.value
      var lines: [String] = []
      fleet.onLine = { slot, line in
        lines.append(line)
        if lines.count == 1 { act(fleet, slot) }
      }
      fleet.onEnd = { _, status in done(Ended(lines: lines, status: status)) }
      do {
        try fleet.start(slot, command)
        if let first { fleet.send(first, to: slot) }
      } catch {
        done(Ended(lines: ["\(error)"], status: .exited(-1)))
      }
    }
    try client.stop()
    return (result.lines, result.status)
  }

  private struct Ended: Sendable {
    var lines: [String]
    var status: ProcessEnd
  }

  @Test func linesGoBothWays() throws {
    let result = try run(["/bin/cat"], first: "kill slot=0") { fleet, slot in
      #expect(fleet.isRunning(slot))
      fleet.kill(slot)
    }
    #expect(result.lines == ["kill slot=0"])
    #expect(result.status == .signalled(SIGKILL))
  }

  @Test func lastWordsAreHeardBeforeTheEnd() throws {
    let result = try run(["/bin/sh", "-c", "echo one; echo two; printf cut; exit 3"])
    #expect(result.lines == ["one", "two"])
    #expect(result.status == .exited(3))
  }

  @Test func aProgramThatIsNotThere() throws {
    let result = try run(["/nonexistent/program"])
    #expect(result.lines == ["/nonexistent/program cannot be started: No such file or directory"])
  }

  @Test func aProcessOfItsOwnGroup() throws {
    let result = try run(["/bin/sh", "-c", "ps -o pgid= -p $$ | tr -d ' '; echo $$"])
    #expect(result.lines.count == 2)
    #expect(result.lines.first == result.lines.last)
  }

  /// What a member's death depends on: nobody but the parent holds the other end of its input.
  @Test func inputEndsWithTheParentsEnd() throws {
    let first = try ChildProcess.start(["/bin/cat"], environment: [], errors: 2)
    let second = try ChildProcess.start(["/bin/cat"], environment: [], errors: 2)
    close(first.input)
    #expect(awaitEnd(first) == .exited(0))
    #expect(second.reap() == nil)
    close(second.input)
    #expect(awaitEnd(second) == .exited(0))
    for end in [first.output, second.output] { close(end) }
  }

  private func awaitEnd(_ process: ChildProcess) -> ProcessEnd? {
    for _ in 0..<3_000 {
      if let status = process.reap() { return status }
      usleep(10_000)
    }
    kill(process.pid, SIGKILL)
    return nil
  }
}
