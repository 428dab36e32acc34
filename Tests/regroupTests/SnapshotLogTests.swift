import Feed
import Glibc
import Testing

@testable import regroup

@Suite struct SnapshotLogTests {
  private func lines(_ arguments: [String], forMs: Int64, kills: Bool = false) throws -> Int {
    let path = "/tmp/regroup-snapshots-\(getpid())-\(forMs)"
    defer { unlink(path) }
    var play = Play.sandbox(try SandboxArguments.parse(arguments).options(), seed: 1)
    var log = SnapshotLog(output: try Output(path: path))
    try log.write(play)
    if kills { _ = play.source.perform(.kill(MemberSlot(0))) }
    let endMs = play.source.nowMs + forMs
    var failure: OutputError?
    play.play(toMs: endMs) { happened, now in
      do throws(OutputError) { try log.note(happened, now) } catch { failure = error }
      return failure == nil
    }
    if let failure { throw failure }
    guard let file = fopen(path, "r") else { return -1 }
    defer { fclose(file) }
    var count = 0
    while case let byte = fgetc(file), byte != EOF { if byte == 10 { count += 1 } }
    return count
  }

  @Test func aGroupAtPeaceWritesNothing() throws {
    let short = try lines(["--members", "2"], forMs: 60_000)
    let long = try lines(["--members", "2"], forMs: 600_000)
    #expect(short >= 1)
    #expect(long == short)
  }

  @Test func whileAPartitionIsNotReadEachSecondHasALine() throws {
    #expect(try lines(["--members", "2"], forMs: 8_000, kills: true) >= 8)
  }
}
