import KafkaModel
import Testing

@testable import Client

/// Which rebalance protocol a list of assignors comes to (KIP-429).
struct RebalanceProtocolTests {
  @Test func oneEagerAssignorMakesTheWholeListEager() {
    let rows: [([String], RebalanceProtocol)] = [
      (["range"], .eager), (["tiny"], .cooperative), (["range", "tiny"], .eager),
      (["tiny", "range"], .eager), (["tiny", "greedy"], .cooperative), ([], .eager),
      (["no-such"], .eager),
    ]
    for (names, expected) in rows {
      let bench = Bench(assignors: .tiny) { $0.assignors = names }
      #expect(bench.member.rebalanceProtocol == expected, "\(names)")
    }
  }

  @Test func anEagerListGivesAllUpEvenIfTheVotePicksACooperativeAssignor() throws {
    var bench = Bench(assignors: .tiny) {
      $0.assignors = ["range", "tiny"]
      $0.enableAutoCommit = false
    }
    try bench.connect()
    try bench.joinCooperatively(5, Bench.both)
    try bench.position(at: 0)
    bench.notes = []
    try bench.hearRebalance()
    #expect(bench.notes.contains(.revoked(Bench.both)))
    for entry in try bench.joinRequest().protocols {
      #expect(try ConsumerSubscription(bytes: entry.metadata).ownedPartitions.isEmpty)
    }
  }

  @Test func onlyOneOfKafkasOwnCanCooperate() {
    let cooperating = Assignors.all.map(\.name).filter { name in
      Bench { $0.assignors = [name] }.member.rebalanceProtocol == .cooperative
    }
    #expect(cooperating == ["cooperative-sticky"] && Assignors.all.count == 4)
  }
}
