import KafkaModel
import Testing

/// User data of the sticky family: what is written, and what is made of bytes that are not.
struct StickyMemoryTests {
  static let owned = [TopicPartition("t", 0), TopicPartition("t", 1)]

  /// Two members; the second one says that it had partition 0 and 1, in these bytes.
  static func kept(_ userData: [UInt8]?) throws -> [TopicPartition] {
    let members = [
      AssignmentMember(memberId: "a", subscription: ConsumerSubscription(topics: ["t"])),
      AssignmentMember(
        memberId: "b", subscription: ConsumerSubscription(topics: ["t"], userData: userData)),
    ]
    let topics = [AssignmentTopic(name: "t", partitionCount: 4)]
    return try StickyAssignor().assign(AssignmentInput(members: members, topics: topics))[1]
      .partitions
  }

  @Test func bothVersionsAreRead() throws {
    let first = try StickyUserData.bytes(partitions: Self.owned, generation: nil)
    let second = try StickyUserData.bytes(partitions: Self.owned, generation: Generation(7))
    #expect(first == [0, 0, 0, 1, 0, 1, 0x74, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(second == first + [0, 0, 0, 7])
    #expect(try Self.kept(first) == Self.owned)
    #expect(try Self.kept(second) == Self.owned)
  }

  @Test func bytesThatAreNeitherMeanNoMemory() throws {
    let whole = try StickyUserData.bytes(partitions: Self.owned, generation: Generation(7))
    let none = try Self.kept(nil)
    #expect(none == [TopicPartition("t", 1), TopicPartition("t", 3)])
    for length in 0..<whole.count - 4 { #expect(try Self.kept(Array(whole[..<length])) == none) }
    // Half a generation is a version 0 with something after it.
    for length in whole.count - 4..<whole.count {
      #expect(try Self.kept(Array(whole[..<length])) == Self.owned)
    }
  }

  @Test func aProcessThatWasGivenNothingYetSaysNothing() throws {
    let sticky = StickyAssignor()
    #expect(try sticky.subscriptionUserData(owned: [], generation: .none) == nil)
    #expect(
      try sticky.subscriptionUserData(owned: [], generation: Generation(3))
        == [0, 0, 0, 0, 0, 0, 0, 3])
    let cooperative = CooperativeStickyAssignor()
    #expect(
      try cooperative.subscriptionUserData(owned: Self.owned, generation: .none)
        == [0xFF, 0xFF, 0xFF, 0xFF])
  }

  @Test func theObserverSeesWhatIsKeptMovedAndWithheld() throws {
    struct Witness: AssignorObserver {
      var kept: [String] = []
      var withheld: [String] = []
      mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId]) {}
      mutating func gave(
        _ partition: TopicPartition, to member: MemberId, because reason: AssignmentReason
      ) {
        if reason == .kept { kept.append("\(member) \(partition)") }
      }
      mutating func withheld(_ partition: TopicPartition, from member: MemberId) {
        withheld.append("\(member) \(partition)")
      }
    }
    let members = [
      AssignmentMember(memberId: "a", subscription: ConsumerSubscription(topics: ["t"])),
      AssignmentMember(
        memberId: "b",
        subscription: ConsumerSubscription(
          topics: ["t"], ownedPartitions: Self.owned, generation: Generation(1))),
    ]
    let input = AssignmentInput(
      members: members, topics: [AssignmentTopic(name: "t", partitionCount: 2)])
    var witness = Witness()
    let result = try CooperativeStickyAssignor().assign(input, observer: &witness)
    #expect(result.map(\.partitions) == [[], [TopicPartition("t", 0)]])
    #expect(witness.kept == ["b t-0"])
    #expect(witness.withheld == ["a t-1"])
  }
}
