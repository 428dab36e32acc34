import KafkaModel
import Testing

@testable import Coordinator

/// Replays what clients and a real broker said to each other: every answer and every record
/// written must be the same.
@Suite struct RealBrokerTests {
  /// Scripts that another part of the product is about, and why.
  static let notReplayed: [String: String] = [
    "unsupported-versions": "the connection is closed before a coordinator sees the request",
    "offsets-of-deleted-topic": "the broker removes the offsets of a deleted topic",
  ]

  @Test func everyListedScriptExists() throws {
    let known = try Script.all().map(\.id)
    #expect(known.count == 74)
    for id in Self.notReplayed.keys { #expect(known.contains(id), "\(id)") }
  }

  @Test func answersAndRecordsAreTheBrokers() throws {
    for script in try Script.all() where Self.notReplayed[script.id] == nil {
      var replay = GoldenReplay(script)
      replay.run()
      for difference in replay.differences { Issue.record("\(script.id): \(difference)") }
    }
  }
}
