import ArgumentParser
import Cluster
import Foundation
import KafkaSecurity
import Testing

@testable import regroup

/// Which settings are the connection's, and which the consumers'.
@Suite struct ConnectionArgumentsTests {
  private func options(_ text: String, _ more: [String] = []) throws -> DriveOptions {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).p")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try DriveArguments.parse(
      ["--bootstrap-server", "h:1", "--command-config", file.path] + more
    ).options()
  }

  @Test func aFileIsForClientsOfEveryKind() throws {
    let options = try options(
      "session.timeout.ms=6000\ngroup.id=theirs\nclient.id=me\nacks=1\n",
      ["-X", "max.poll.records=7", "-X", "reconnect.backoff.ms=3"])
    #expect(options.settings == ["session.timeout.ms=6000", "max.poll.records=7"])
    #expect(options.connection.clientId == "me")
    #expect(options.connection.reconnectBackoffMs == 3)
    #expect(options.fault == nil)
  }

  @Test func anArgumentCountsBeforeTheFile() throws {
    let options = try options("session.timeout.ms=7000\n", ["-X", "session.timeout.ms=6000"])
    #expect(options.settings.last == "session.timeout.ms=6000")
  }

  @Test func whatIsNotKnownIsNamedAndNotRepeated() throws {
    for (text, more, words) in [
      ("nonsense=1", [], ":1: nonsense: no such setting"),
      ("", ["-X", "nonsense=1"], "-X nonsense=1: no such setting"),
      ("", ["-X", "group.id=g"], "-X group.id: every member gets its own"),
      ("", ["-X", "sasl.password=tops3cret"], "-X sasl.password: is librdkafka's name"),
      ("", ["-X", "my.password=tops3cret"], "-X my.password: no such setting"),
    ] {
      let failure = #expect(throws: Failure.self) { _ = try options(text, more) }
      #expect(failure?.text.contains(words) == true, "\(String(describing: failure))")
      #expect(failure?.text.contains("tops3cret") == false)
      #expect(failure?.status == 2)
    }
  }

  @Test func aSimulationRepeatsNoSecretEither() throws {
    let sandbox = try SandboxArguments.parse(["-X", "sasl.jaas.config=tops3cret"])
    let failure = #expect(throws: Failure.self) { _ = try sandbox.options() }
    #expect(failure?.text == "-X sasl.jaas.config=[hidden]: no such setting")
  }
}
