import Feed
import KafkaModel
import Testing

@testable import Cluster

/// What members tell, and what is concluded of the coordinator.
struct GroupInferenceTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let topic = TopicName("t")

  private func partition(_ number: Int32) -> TopicPartition { TopicPartition(topic, number) }

  private func identity(_ name: String) -> MemberIdentity {
    MemberIdentity(name: name, clientId: ClientId(name))
  }

  /// Two seats, partitions 0 to 3.
  private func fresh() -> GroupInference {
    var group = GroupInference()
    _ = group.add(identity("a"))
    _ = group.add(identity("b"))
    group.partitions = (0..<4).map { partition($0) }
    return group
  }

  /// The group Stable in generation 1, `a` leading, both with a session until 10,000.
  private func stable() -> GroupInference {
    var group = fresh()
    for (slot, id) in [(a, "A"), (b, "B")] {
      _ = hear(&group, 1_000, .memberId(slot, MemberId(id)), slot)
      _ = hear(&group, 1_001, .requestSent(slot, .joinGroup), slot)
    }
    for slot in [a, b] {
      _ = hear(&group, 1_010, .groupState(.completingRebalance, Generation(1), nil), slot)
      _ = hear(&group, 1_010, .deadline(.session(slot), dueMs: 10_000), slot)
    }
    _ = hear(&group, 1_011, .plan(Generation(1), plan), a)
    _ = hear(&group, 1_012, .assigned(a, [partition(0), partition(1)], Generation(1)), a)
    _ = hear(&group, 1_012, .assigned(b, [partition(2), partition(3)], Generation(1)), b)
    return group
  }

  private var plan: [PlannedShare] {
    [
      PlannedShare(slot: nil, memberId: "A", partitions: [partition(0), partition(1)]),
      PlannedShare(slot: nil, memberId: "B", partitions: [partition(2), partition(3)]),
    ]
  }

  private func hear(
    _ group: inout GroupInference, _ timeMs: Int64, _ event: FeedEvent, _ slot: MemberSlot
  ) -> [FeedEvent] {
    group.heard(TimedEvent(timeMs, event), from: slot).map(\.event)
  }

  private func described(
    _ state: GroupState, _ members: [(String, String, [TopicPartition])]
  ) throws -> DescribeGroupsResponse.Group {
    let list = try members.map { id, client, partitions in
      DescribeGroupsResponse.Member(
        memberId: MemberId(id), clientId: ClientId(client), clientHost: "/10.0.0.1",
        memberAssignment: try ConsumerAssignment(partitions: partitions).bytes())
    }
    return .init(groupId: "g", groupState: state.rawValue, members: list)
  }

  @Test func firstRebalance() {
    var group = fresh()
    let one = Generation(1)
    let join = FeedEvent.requestSent(a, .joinGroup)
    #expect(hear(&group, 10, join, a) == [join])
    let refusal = FeedEvent.responseReceived(a, .joinGroup, .memberIdRequired)
    #expect(hear(&group, 11, refusal, a) == [refusal])
    _ = hear(&group, 11, .memberId(a, "A"), a)
    #expect(
      hear(&group, 12, join, a)
        == [join, .groupState(.preparingRebalance, Generation(0), .groupWasEmpty("A"))])
    #expect(
      hear(&group, 20, .groupState(.completingRebalance, one, nil), a) == [
        .memberAdded(a, "A"), .groupState(.completingRebalance, one, nil), .leader(nil),
      ])
    #expect(hear(&group, 21, .plan(one, plan), a).isEmpty)
    let assigned = FeedEvent.assigned(a, [partition(0), partition(1)], one)
    var seated = plan
    seated[0].slot = a
    #expect(
      hear(&group, 30, assigned, a) == [
        .plan(one, seated), .groupState(.stable, one, nil), assigned,
      ])
  }

  @Test func joinWithoutAnIdThatIsHeld() {
    var group = fresh()
    _ = hear(&group, 10, .requestSent(a, .joinGroup), a)
    #expect(group.passed(200, isDescribed: true).isEmpty)
    #expect(
      group.passed(400, isDescribed: true).map(\.event)
        == [.groupState(.preparingRebalance, Generation(0), .groupWasEmpty("a"))])
    #expect(group.passed(900, isDescribed: true).isEmpty)
  }

  @Test func whoAsksWithoutAnIdIsWhyTheOthersAreToldToRejoin() {
    var group = stable()
    let c = group.add(identity("c"))
    _ = hear(&group, 2_000, .requestSent(c, .joinGroup), c)
    let rebalance = FeedEvent.responseReceived(b, .heartbeat, .rebalanceInProgress)
    #expect(
      hear(&group, 2_100, rebalance, b)
        == [rebalance, .groupState(.preparingRebalance, Generation(1), .newMember("c"))])
  }

  @Test func aLeaderThatHasLeftIsNone() {
    var group = stable()
    #expect(hear(&group, 1_020, .leader(a), a) == [.leader(a)])
    let answer = FeedEvent.responseReceived(a, .leaveGroup, .none)
    #expect(
      hear(&group, 3_000, answer, a) == [
        answer, .memberRemoved(a, "A", .left), .leader(nil),
        .groupState(.preparingRebalance, Generation(1), .memberLeft("A")),
      ])
  }

  @Test func planOfAForeignLeader() {
    var group = stable()
    let two = Generation(2)
    _ = hear(&group, 2_000, .requestSent(a, .joinGroup), a)
    _ = hear(&group, 2_010, .groupState(.completingRebalance, two, nil), a)
    _ = hear(&group, 2_010, .groupState(.completingRebalance, two, nil), b)
    // Only half of ours know their part: the rest cannot be told from the other's.
    let first = FeedEvent.assigned(a, [partition(0)], two)
    #expect(hear(&group, 2_020, first, a) == [first])
    let second = FeedEvent.assigned(b, [partition(1)], two)
    #expect(
      hear(&group, 2_021, second, b) == [
        .plan(
          two,
          [
            PlannedShare(slot: a, memberId: "A", partitions: [partition(0)]),
            PlannedShare(slot: b, memberId: "B", partitions: [partition(1)]),
            PlannedShare(slot: nil, memberId: "", partitions: [partition(2), partition(3)]),
          ]), .groupState(.stable, two, nil), second,
      ])
  }

  @Test func anAnsweredSyncMakesThePlanHoldBeforeAnythingIsGivenUp() {
    var group = stable()
    let two = Generation(2)
    _ = hear(&group, 2_000, .requestSent(a, .joinGroup), a)
    for slot in [a, b] {
      _ = hear(&group, 2_010, .groupState(.completingRebalance, two, nil), slot)
    }
    let answer = FeedEvent.responseReceived(b, .syncGroup, .none)
    #expect(hear(&group, 2_015, answer, b) == [answer])
    _ = hear(&group, 2_016, .plan(two, plan), a)
    var seated = plan
    (seated[0].slot, seated[1].slot) = (a, b)
    #expect(
      hear(&group, 2_020, answer, b)
        == [.plan(two, seated), .groupState(.stable, two, nil), answer])
  }

  @Test func deathIsFoundOutBySession() {
    var group = stable()
    #expect(group.died(a, nowMs: 5_000).isEmpty)
    #expect(group.ghosts == ["A"])
    _ = hear(&group, 9_000, .deadline(.session(b), dueMs: 18_000), b)
    let rebalance = FeedEvent.responseReceived(b, .heartbeat, .rebalanceInProgress)
    #expect(
      hear(&group, 10_100, rebalance, b) == [
        rebalance, .memberRemoved(a, "A", .sessionTimedOut),
        .groupState(.preparingRebalance, Generation(1), .sessionTimedOut("A")),
      ])
    #expect(group.ghosts.isEmpty)
  }

  @Test func aMemberThatIsCutOffIsExpiredToo() {
    var group = stable()
    _ = hear(&group, 9_000, .deadline(.session(b), dueMs: 18_000), b)
    let rebalance = FeedEvent.responseReceived(b, .heartbeat, .rebalanceInProgress)
    #expect(
      hear(&group, 10_000, rebalance, b) == [
        rebalance, .memberRemoved(a, "A", .sessionTimedOut),
        .groupState(.preparingRebalance, Generation(1), .sessionTimedOut("A")),
      ])
  }

  @Test func earlierRebalanceIsNotTheDeadOnes() {
    var group = stable()
    _ = group.died(a, nowMs: 5_000)
    let rebalance = FeedEvent.responseReceived(b, .heartbeat, .rebalanceInProgress)
    #expect(
      hear(&group, 6_000, rebalance, b)
        == [rebalance, .groupState(.preparingRebalance, Generation(1), nil)])
  }

  @Test func restartedMemberIsNewAndItsGhostGoesWithThePlan() {
    var group = stable()
    _ = group.died(a, nowMs: 5_000)
    group.started(a)
    #expect(group.ghosts == ["A"])
    _ = hear(&group, 6_000, .memberId(a, "A2"), a)
    let join = FeedEvent.requestSent(a, .joinGroup)
    #expect(
      hear(&group, 6_001, join, a)
        == [join, .groupState(.preparingRebalance, Generation(1), .newMember("A2"))])
    let two = Generation(2)
    _ = hear(&group, 10_200, .groupState(.completingRebalance, two, nil), b)
    _ = hear(&group, 10_200, .groupState(.completingRebalance, two, nil), a)
    #expect(group.ghosts.isEmpty)
  }

  /// The broker says sooner than the members that all have joined: that raises the generation.
  @Test func anEarlyDescriptionOfTheJoinPhasesEnd() throws {
    var group = stable()
    _ = hear(&group, 4_000, .responseReceived(b, .heartbeat, .rebalanceInProgress), b)
    let told = group.described(
      try described(.completingRebalance, [("A", "a", []), ("B", "b", [])]), askedMs: 5_000,
      nowMs: 5_010)
    #expect(told.map(\.event) == [.groupState(.completingRebalance, Generation(2), nil)])
    let joined = FeedEvent.groupState(.completingRebalance, Generation(2), nil)
    #expect(hear(&group, 5_020, joined, a) == [.leader(nil)])
  }

  @Test func leaving() {
    var group = stable()
    let answer = FeedEvent.responseReceived(a, .leaveGroup, .none)
    #expect(
      hear(&group, 3_000, answer, a) == [
        answer, .memberRemoved(a, "A", .left),
        .groupState(.preparingRebalance, Generation(1), .memberLeft("A")),
      ])
    let last = FeedEvent.responseReceived(b, .leaveGroup, .none)
    #expect(
      hear(&group, 3_100, last, b)
        == [last, .memberRemoved(b, "B", .left), .groupState(.empty, Generation(1), nil)])
  }

  @Test func linesThatOvertookEachOtherChangeNothing() {
    var group = stable()
    let late = FeedEvent.requestSent(b, .joinGroup)
    #expect(hear(&group, 1_009, late, b) == [late])
    #expect(hear(&group, 1_020, .groupState(.completingRebalance, Generation(1), nil), b).isEmpty)
  }

  @Test func sessionOfTheLastOneEndsWithoutDescribeGroups() {
    var group = stable()
    _ = group.died(a, nowMs: 5_000)
    _ = group.died(b, nowMs: 5_000)
    #expect(group.passed(10_500, isDescribed: false).isEmpty)
    #expect(
      group.passed(12_000, isDescribed: false).map(\.event) == [
        .memberRemoved(a, "A", .sessionTimedOut), .memberRemoved(b, "B", .sessionTimedOut),
        .groupState(.empty, Generation(1), nil),
      ])
    #expect(group.passed(13_000, isDescribed: false).isEmpty)
  }

  @Test func strangersGetSeats() throws {
    var group = stable()
    let members = [
      ("A", "a", [partition(0)]), ("B", "b", [partition(1)]),
      ("X", "b", [partition(2)]), ("Y", "foreign", [partition(3)]),
    ]
    let events = group.described(
      try described(.preparingRebalance, members), askedMs: 2_000, nowMs: 2_005)
    let stranger = MemberIdentity(
      name: "foreign", clientId: "foreign", host: "/10.0.0.1", isOurs: false)
    // "X" may be one of ours that has not told its id yet.
    #expect(
      events.map(\.event) == [
        .groupState(.preparingRebalance, Generation(1), .newMember("Y")),
        .memberSeen(MemberSlot(2), stranger), .memberAdded(MemberSlot(2), "Y"),
      ])
    let later = group.described(try described(.stable, members), askedMs: 3_000, nowMs: 3_005)
    #expect(later.count == 2)
    #expect(later.last?.event == .groupState(.stable, Generation(1), nil))
    guard case .plan(_, let shares)? = later.first?.event else {
      Issue.record("no plan: \(later)")
      return
    }
    #expect(shares.map(\.slot) == [a, b, nil, MemberSlot(2)])
    let again = group.described(try described(.stable, members), askedMs: 4_000, nowMs: 4_005)
    #expect(again.isEmpty)
    let gone = group.described(
      try described(.preparingRebalance, Array(members.prefix(2))), askedMs: 5_000, nowMs: 5_005)
    #expect(
      gone.map(\.event) == [
        .groupState(.preparingRebalance, Generation(1), .memberLeft("Y")),
        .memberRemoved(MemberSlot(2), "Y", .left),
      ])
  }

  @Test func answersFromBeforeTheLastChangeAreOld() throws {
    var group = stable()
    let empty = try described(.empty, [])
    #expect(group.described(empty, askedMs: 1_050, nowMs: 1_100).isEmpty)
    #expect(!group.described(empty, askedMs: 1_200, nowMs: 1_250).isEmpty)
  }

  @Test func unknownStatesAndBytesAreLeftAlone() throws {
    var group = stable()
    var odd = try described(.stable, [("A", "a", []), ("B", "b", [])])
    odd.groupState = "Assigning"
    #expect(group.described(odd, askedMs: 5_000, nowMs: 5_000).isEmpty)
    odd.groupState = "Stable"
    odd.members[0].memberAssignment = [0xFF]
    #expect(group.described(odd, askedMs: 5_000, nowMs: 5_000).isEmpty)
  }

  /// Everything that comes out can be folded into a picture.
  @Test func theFoldTakesIt() throws {
    var group = fresh()
    var picture = GroupPicture()
    var timeline = Timeline()
    func fold(_ events: [TimedEvent]) {
      for event in events { picture.apply(event, into: &timeline) }
    }
    fold([
      TimedEvent(0, .topic(topic, partitions: 4)), TimedEvent(0, .memberSeen(a, identity("a"))),
      TimedEvent(0, .memberSeen(b, identity("b"))),
    ])
    let one = Generation(1)
    let story: [(Int64, FeedEvent, MemberSlot)] = [
      (10, .memberId(a, "A"), a), (11, .requestSent(a, .joinGroup), a),
      (20, .groupState(.completingRebalance, one, nil), a), (20, .leader(a), a),
      (
        21,
        .plan(
          one,
          [
            PlannedShare(slot: nil, memberId: "A", partitions: [partition(0)]),
            PlannedShare(slot: nil, memberId: "S", partitions: [partition(1)]),
          ]), a
      ),
      (30, .assigned(a, [partition(0)], one), a),
      (31, .readingStarted(a, partition(0), Offset(0)), a),
    ]
    for (timeMs, event, slot) in story {
      fold(group.heard(TimedEvent(timeMs, event), from: slot))
    }
    #expect(picture.state == .stable)
    #expect(picture.leader == a)
    #expect(picture.partitions[0].status == .read)
    #expect(picture.partitions[1].planned == .anotherMember)
    fold(
      group.described(
        try described(.stable, [("A", "a", [partition(0)]), ("S", "s", [partition(1)])]),
        askedMs: 500, nowMs: 505))
    #expect(picture.partitions[1].planned == .slot(MemberSlot(2)))
  }
}
