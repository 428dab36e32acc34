import Foundation
import TestSupport
import Testing

/// Each file under Transcripts is a story: commands after `> `, and what was seen under each.
/// `REGROUP_RECORD=1` writes anew what was seen.
struct TranscriptTests {
  static let names = [
    "figure-6-4", "figure-6-5", "close-instead-of-kill", "restart-of-a-dynamic-member",
    "leader-crash-between-join-and-sync", "initial-delay", "slow-poller", "network-cut",
    "figure-6-14", "cooperative-crash", "cooperative-in-a-mixed-list", "last-one-leaves",
    "figure-6-6", "figure-6-7", "figure-6-7-late", "static-leader-returns",
    "static-member-closes", "static-slow-poller", "static-return-during-rebalance",
    "partition-growth", "subscription-eager", "subscription-cooperative", "unsubscribe",
    "static-unsubscribes", "static-returns-with-another-strategy",
    "static-returns-with-more-topics", "static-returns-with-fewer-topics",
    "static-return-in-completing", "static-misses-the-rebalance", "static-two-processes",
    "static-rolling-restart", "coordinator-moves-in-stable", "coordinator-moves-in-preparing",
    "coordinator-moves-in-completing", "change-assignor", "change-membership",
    "range-to-cooperative-in-two-bounces", "zombie-after-a-pause", "short-pause",
    "transaction-loop-killed", "transaction-loop-restarted", "transaction-holds-back",
    "plain-loop-killed", "transaction-zombie",
  ]

  @Test(arguments: names)
  func `the story happens as told`(name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Transcripts")
    let told = try String(
      contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    var stage = Stage()
    var seen = ""
    for line in told.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("#") || line.hasPrefix("> ") {
        if line.hasPrefix("> "), !seen.isEmpty, !seen.hasSuffix("\n\n") { seen += "\n" }
        seen += line + "\n"
        if line.hasPrefix("> ") { seen += try stage.perform(String(line.dropFirst(2))) }
      }
    }
    Golden.expect(seen, named: name + ".txt", in: "Transcripts")
  }

  @Test func `no transcript is left out`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Transcripts")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == Self.names.map { $0 + ".txt" }.sorted())
  }
}
