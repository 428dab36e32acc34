import Feed
import KafkaModel
import Testing

@testable import Cluster

/// Answers in, conclusions out.
@Suite struct WatchInferenceTests {
  typealias Person = WatchStory.Person
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let both = [Person("B-1", "b", [2, 3]), Person("A-1", "a", [0, 1])]

  /// Two members that have read and committed for ten seconds.
  private func working(_ people: [Person]? = nil, assignor: String = "range") throws -> WatchStory {
    var story = WatchStory(partitions: 4)
    for second in 0...10 {
      story.work(5, read: [0, 1, 2, 3])
      _ = try story.see(Int64(second) * 1_000, .stable, people ?? both, assignor: assignor)
    }
    return story
  }

  @Test func theFirstSight() throws {
    var story = WatchStory(partitions: 4)
    story.ends = [5, 0, 5, 0]
    story.committed = [1, 0, -1, 0]
    let events = try story.see(0, .stable, both)
    // Letters follow names, not the order of the answer; where nothing waits, somebody reads.
    #expect(story.picture.members.map(\.identity.name) == ["a", "b"])
    #expect(story.owners == [0, 0, 1, 1])
    #expect(
      events == [
        .memberAdded(a, "A-1"), .memberAdded(b, "B-1"), .groupState(.stable, .none, nil),
        .readingStarted(a, TopicPartition("t", 1), Offset(0)),
        .readingStarted(b, TopicPartition("t", 3), Offset(0)),
      ])
    #expect(story.picture.partitions.map(\.status) == [.unknown, .read, .unknown, .read])
    #expect(story.picture.partitions[2].lag(atMs: 0) == nil)
    #expect(story.picture.generation == nil)
  }

  @Test func whoHasJoinedAndCommitsNothingIsAMember() throws {
    var story = WatchStory(partitions: 4)
    story.ends = [5, 5, 5, 5]
    story.committed = [-1, -1, -1, -1]
    _ = try story.see(0, .preparingRebalance, both)
    _ = try story.see(1_000, .completingRebalance, both)
    #expect(story.word(0) == .waits)
    _ = try story.see(2_000, .stable, both)
    #expect(story.word(0) == .member)
  }

  @Test func whoeverCommitsReads() throws {
    let story = try working()
    #expect(story.picture.partitions.allSatisfy { $0.status == .read })
    #expect(story.word(0) == .reading)
    #expect(story.picture.rebalance == nil)
  }

  /// Its commits had stopped a session before it was gone.
  @Test func aCrash() throws {
    var story = try working()
    for second in 11...16 {
      story.work(5, read: [0, 1])
      #expect(try story.see(Int64(second) * 1_000, .stable, both).isEmpty)
    }
    story.work(5, read: [0, 1])
    let preparing = try story.see(17_000, .preparingRebalance, [Person("A-1", "a", [0, 1])])
    #expect(
      preparing.contains(.groupState(.preparingRebalance, .none, .sessionTimedOut("B-1"))))
    #expect(preparing.contains(.memberRemoved(b, "B-1", .sessionTimedOut)))
    #expect(story.picture[b].lastWorkMs == 10_000)
    #expect(story.word(1) == .removed)
    // The last known owners stay until there is another plan.
    #expect(story.picture.partitions.map(\.status) == [.ghost, .ghost, .ghost, .ghost])
    #expect(story.owners == [0, 0, 1, 1])
    #expect(story.picture.notReadMs(2) == 7_000)
    story.work(5, read: [0, 1, 2, 3])
    _ = try story.see(18_000, .stable, [Person("A-1", "a", [0, 1, 2, 3])])
    #expect(story.owners == [0, 0, 0, 0])
    let account = try #require(story.picture.rebalance)
    #expect(account.startedMs == 17_000 && account.endedMs == 18_000)
    #expect(account.movedCount == 2 && account.count(.kept) == 2)
    #expect(story.picture.accountNotReadMs(2) == 8_000)
  }

  /// It commits, leaves, and is gone at once.
  @Test func aClose() throws {
    var story = try working()
    story.work(5, read: [0, 1, 2, 3])
    let events = try story.see(11_000, .preparingRebalance, [Person("A-1", "a", [0, 1])])
    #expect(events.contains(.groupState(.preparingRebalance, .none, .memberLeft("B-1"))))
    #expect(events.contains(.memberRemoved(b, "B-1", .left)))
    // Nobody has seen a LeaveGroup: the mark does not claim one.
    #expect(story.word(1) == .removed)
    #expect(story.timeline.marks[1].last?.kind == .removed)
  }

  @Test func aNewMemberAndOneThatComesBack() throws {
    var story = try working()
    let three = both + [Person("C-1", "c", nil)]
    let events = try story.see(11_000, .preparingRebalance, three)
    #expect(events.contains(.groupState(.preparingRebalance, .none, .newMember("C-1"))))
    _ = try story.see(12_000, .completingRebalance, three)
    _ = try story.see(
      13_000, .stable,
      [Person("A-1", "a", [0, 1]), Person("B-1", "b", [2]), Person("C-1", "c", [3])])
    #expect(story.picture.members.count == 3)
    _ = try story.see(14_000, .preparingRebalance, both)
    let back = both + [Person("C-2", "c", nil)]
    _ = try story.see(15_000, .preparingRebalance, back)
    // The same client and host: the same letter.
    #expect(story.picture.members.count == 3)
    #expect(story.picture[MemberSlot(2)].memberId == "C-2")
    #expect(story.picture.rebalance?.cause == .memberLeft("C-1"))
  }

  /// Its letter is kept for an hour, then another one may have it.
  @Test func aLetterIsGivenAgain() throws {
    var story = try working()
    let alone = Person("A-1", "a", [0, 1, 2, 3])
    _ = try story.see(11_000, .stable, [alone])
    _ = try story.see(3_000_000, .stable, [alone, Person("C-1", "c", [])])
    #expect(story.picture.members.map(\.identity.name) == ["a", "b", "c"])
    _ = try story.see(3_700_000, .stable, [alone, Person("C-1", "c", []), Person("D-1", "d", [])])
    #expect(story.picture.members.map(\.identity.name) == ["a", "d", "c"])
    #expect(story.picture[b].isMember && story.word(1) == .idle)
  }

  /// Two answers in Stable, with another plan: what lay between them is inferred.
  @Test func aRebalanceThatNobodySaw() throws {
    var story = try working()
    story.work(5, read: [0, 1, 2, 3])
    let events = try story.see(11_000, .stable, [Person("A-1", "a", [0, 1, 2, 3])])
    let states = events.filter { if case .groupState = $0 { true } else { false } }
    #expect(
      states == [
        .groupState(.preparingRebalance, .none, .memberLeft("B-1")),
        .groupState(.stable, .none, nil),
      ])
    #expect(story.owners == [0, 0, 0, 0])
    #expect(story.picture.rebalance?.movedCount == 2)
  }

  /// The commit before JoinGroup may be in the answer that shows the rebalance: it is nobody's
  /// reading under the new plan. Once all have joined, every commit is.
  @Test(arguments: [GroupState.stable, .preparingRebalance, .completingRebalance])
  func commitsBeforeThePlanAreNotTakenForReading(before: GroupState) throws {
    var story = try working()
    let alone = [Person("A-1", "a", [0, 1, 2, 3])]
    if before != .stable { _ = try story.see(10_500, before, alone) }
    story.work(5, read: [0, 1, 2, 3])
    _ = try story.see(11_000, .stable, alone)
    let isRead = before == .completingRebalance
    let notReadMs: Int64 = isRead ? 1_000 : before == .stable ? 7_000 : 8_000
    #expect(story.picture.partitions.allSatisfy { $0.status.isRead == isRead })
    #expect(story.word(0) == (isRead ? .reading : .member))
    for second in 12...17 {
      story.work(5, read: [])
      _ = try story.see(Int64(second) * 1_000, .stable, alone)
    }
    if !isRead { #expect(story.picture.isRebalanceSettled == false) }
    story.work(5, read: [0, 1, 2, 3])
    _ = try story.see(18_000, .stable, alone)
    #expect(story.picture.isRebalanceSettled)
    #expect(story.picture.accountNotReadMs(0) == notReadMs)
  }

  /// Who has got its share this moment is not late with its first commit.
  @Test func silenceCountsFromThePlanOn() throws {
    var story = try working()
    for second in 11...30 {
      story.work(5, read: [])
      _ = try story.see(Int64(second) * 1_000, .preparingRebalance, both)
    }
    for second in 31...43 {
      story.work(5, read: [])
      _ = try story.see(Int64(second) * 1_000, .stable, both)
      #expect(story.word(0) != .silent)
    }
    story.work(5, read: [])
    _ = try story.see(44_000, .stable, both)
    #expect(story.word(0) == .silent && story.word(1) == .silent)
  }

  private let fixed = [
    Person("A-1", "a", [0, 1], instance: "one"), Person("B-1", "b", [2, 3], instance: "two"),
  ]

  /// Another id under the same instance id, and nothing else: no rebalance was needed (KIP-345).
  @Test func aStaticReturn() throws {
    var story = try working(fixed)
    let back = [fixed[0], Person("B-2", "b", [2, 3], instance: "two")]
    let events = try story.see(11_000, .stable, back)
    #expect(events.contains(.memberAdded(b, "B-2")))
    #expect(!events.contains { if case .groupState = $0 { true } else { false } })
    #expect(story.picture.rebalance == nil)
    #expect(story.picture[b].returnedMs == 11_000)
    #expect(story.owners == [0, 0, 1, 1])
    story.work(5, read: [0, 1, 2, 3])
    _ = try story.see(12_000, .stable, back)
    #expect(story.picture.partitions.allSatisfy { $0.status == .read })
  }

  @Test func aStaticReturnThatChangesThePlan() throws {
    var story = try working(fixed)
    let back = [
      Person("A-1", "a", [0], instance: "one"), Person("B-2", "b", [1, 2, 3], instance: "two"),
    ]
    let events = try story.see(11_000, .stable, back)
    #expect(events.contains(.groupState(.preparingRebalance, .none, .staticReplaced("B-2"))))
    #expect(story.owners == [0, 1, 1, 1])
  }

  /// A static member that closes says nothing: gone is always a session that ended.
  @Test func aStaticMemberThatIsGone() throws {
    var story = try working(fixed)
    story.work(5, read: [0, 1, 2, 3])
    let events = try story.see(11_000, .preparingRebalance, [fixed[0]])
    #expect(events.contains(.memberRemoved(b, "B-1", .sessionTimedOut)))
  }

  @Test func partitionsThatAreAdded() throws {
    var story = try working()
    story.committed += [-1, -1]
    story.ends += [0, 0]
    let grown = try story.see(11_000, .stable, both)
    #expect(grown.contains(.partitionsAdded("t", partitions: 6)))
    #expect(story.owners == [0, 0, 1, 1, nil, nil])
    #expect(story.picture.partitions[4].status == .nobody)
    let events = try story.see(12_000, .preparingRebalance, both)
    #expect(events.contains(.groupState(.preparingRebalance, .none, .leaderRejoined(""))))
  }

  /// Without any sign of a reason there is none.
  @Test func aCauseThatDoesNotShow() throws {
    var story = try working()
    let events = try story.see(11_000, .preparingRebalance, both)
    #expect(events.contains(.groupState(.preparingRebalance, .none, nil)))
  }

  @Test func oneThatFallsBehind() throws {
    var story = try working()
    for second in 11...30 {
      story.work(20, read: [0, 1])
      // It commits, and less than comes.
      story.committed[2] += 2
      story.committed[3] += 2
      _ = try story.see(Int64(second) * 1_000, .stable, both)
    }
    #expect(story.word(1) == .slow)
    #expect(story.word(0) == .reading)
    #expect(story.picture[b].processRate == 4)
    for second in 31...40 {
      story.work(1, read: [0, 1, 2, 3])
      _ = try story.see(Int64(second) * 1_000, .stable, both)
    }
    #expect(story.word(1) == .reading)
  }

  /// Records wait and nothing is committed: what it does is not known, that nothing comes is.
  @Test func oneThatIsSilent() throws {
    var story = try working()
    for second in 11...24 {
      story.work(5, read: [0, 1])
      _ = try story.see(Int64(second) * 1_000, .stable, both)
    }
    #expect(story.word(1) == .silent)
    #expect(story.picture.partitions.map(\.status) == [.read, .read, .assigned, .assigned])
    // Since its last commit, not since it was noticed.
    #expect(story.picture.notReadMs(2) == 14_000)
  }

  @Test func cooperativeMembersReadOn() throws {
    var story = try working(assignor: "cooperative-sticky")
    story.work(5, read: [0, 1, 2, 3])
    _ = try story.see(11_000, .preparingRebalance, both + [Person("C-1", "c", nil)])
    #expect(story.picture.partitions.allSatisfy { $0.status == .read })
  }

  /// Apache Kafka 3 withholds assignments while a group rebalances, 4 tells the old ones.
  @Test(arguments: [true, false])
  func whatTheBrokerTellsMeanwhile(isGiven: Bool) throws {
    var story = try working()
    let people = isGiven ? both : [Person("A-1", "a", nil), Person("B-1", "b", nil)]
    _ = try story.see(11_000, .preparingRebalance, people)
    let told = story.picture.facts?.text(GroupFacts.duringRebalanceKey)
    #expect(told == (isGiven ? "given" : "withheld"))
    #expect(story.owners == [0, 0, 1, 1])
  }

  @Test func membersThatAreNoConsumers() throws {
    var story = WatchStory(partitions: 1)
    _ = try story.see(0, .stable, [Person("W-1", "worker", nil)], type: "connect")
    #expect(story.picture.facts?.text(GroupFacts.protocolTypeKey) == "connect")
    #expect(story.picture.partitions[0].planned == .unknown)
    #expect(story.picture.members.count == 1)
  }

  @Test func aGroupThatEmptiesAndIsDeleted() throws {
    var story = try working()
    let events = try story.see(11_000, .empty, [])
    #expect(events.last == .groupState(.empty, .none, nil))
    #expect(story.owners == [nil, nil, nil, nil])
    #expect(story.inference.vanished(12_000).map(\.event) == [.groupState(.dead, .none, nil)])
    #expect(story.inference.vanished(13_000).isEmpty)
  }

  @Test func aMemberWithoutPartitionsIsIdle() throws {
    let story = try working(both + [Person("C-1", "c", [])])
    #expect(story.word(2) == .idle)
  }
}
