import KafkaModel
import Testing

@testable import regroup

@Suite struct AssignGridTests {
  static func grid(
    _ assignor: String, _ members: [String], owned: [String] = [],
    topics: [String] = ["orders:4", "bills:2"]
  ) throws -> [String] {
    let group = try AssignGroup(
      assignor: assignor, topics: topics.compactMap { TopicArgument($0) },
      members: members.compactMap { MemberArgument($0) },
      owned: owned.compactMap { OwnedArgument($0) })
    return AssignGrid(step: group.step, result: try group.step.assign(group.rule)).lines
  }

  @Test func aRowAMemberAndWhatStayed() throws {
    #expect(
      try Self.grid("roundrobin", ["a", "b:orders@i"]) == [
        "member  bills  orders  count",
        "a       0-1    1 3     4",
        "b       -      0 2     2",
      ])
    let owned = ["a:bills-0,bills-1,orders-0,orders-1,orders-2,orders-3"]
    #expect(
      try Self.grid("sticky", ["a", "b"], owned: owned) == [
        "member  bills  orders  count",
        "a       0-1    0       3",
        "b       .      1-3     3",
        "kept 3, moved 3, new 0",
      ])
    #expect(
      try Self.grid("cooperative-sticky", ["a", "b"], owned: owned).suffix(2) == [
        "b       .      .       0", "kept 3, moved 0, new 0, nobody's for now 3",
      ])
  }

  @Test func whatIsTooWideForTheTerminalGoesOnBelow() throws {
    let members = (1...12).map { "member-\($0)" }
    let calm = try Self.grid(
      "roundrobin", members, topics: ["orders:40", "bills:30", "audit.log:12"])
    #expect(calm.count == 13)
    #expect(calm[7] == "member-7   9          9 21     3 15 27 39  7")
    let long = try Self.grid("roundrobin", ["a", "b"], topics: ["t:90", "u:2"])
    #expect(
      long == [
        "member  t                                                               u  count",
        "a       0 2 4 6 8 10 12 14 16 18 20 22 24 26 28 30 32 34 36 38 40 42    0  46",
        "        44 46 48 50 52 54 56 58 60 62 64 66 68 70 72 74 76 78 80 82 84",
        "        86 88",
        "b       1 3 5 7 9 11 13 15 17 19 21 23 25 27 29 31 33 35 37 39 41 43    1  46",
        "        45 47 49 51 53 55 57 59 61 63 65 67 69 71 73 75 77 79 81 83 85",
        "        87 89",
      ])
  }

  @Test func argumentsThatDoNotFitAreNamed() {
    let cases: [([String], [String], String)] = [
      (["a", "a"], [], "--member: 'a' twice"),
      (["a@i", "b@i"], [], "--member: instance 'i' twice"),
      (["a"], ["b:orders-0"], "--owned: no member 'b'"),
      (["a"], ["a:orders-1,orders-1"], "--owned: orders-1 twice for 'a'"),
      (["a"], ["a:orders-4"], "--owned: there is no partition orders-4"),
      (["a"], ["a:other-0"], "--owned: there is no partition other-0"),
    ]
    for (members, owned, text) in cases {
      #expect(throws: Failure.usage(text)) { try Self.grid("sticky", members, owned: owned) }
    }
    #expect(throws: Failure.self) { try Self.grid("rnge", ["a"]) }
  }

  @Test func membersAndOwnedPartitions() {
    #expect(MemberArgument("m1")?.topics == nil)
    #expect(MemberArgument("m1:a,b")?.topics == ["a", "b"])
    #expect(MemberArgument("m1:a@i")?.groupInstanceId == "i")
    #expect(MemberArgument("m1@i")?.memberId == "m1")
    for text in ["", ":", "m1:", "m1:a,", "@i", "m1@"] { #expect(MemberArgument(text) == nil) }
    #expect(OwnedArgument("m:a-b-0")?.partitions == [TopicPartition("a-b", 0)])
    for text in ["", "m", "m:", ":t-0", "m:t", "m:t-", "m:-1", "m:t-x", "m:t-0,"] {
      #expect(OwnedArgument(text) == nil, "\(text)")
    }
  }
}
