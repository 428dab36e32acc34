import Feed
import KafkaModel
import Narration
import Testing

@Suite struct StoryTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)

  @Test func calmSaysSoAndInvites() {
    let sample = Sample.stable()
    #expect(sample.story.why == [.allRead(members: 3, partitions: 3)])
    #expect(sample.story.cost == [.nothing(lag: nil)])
    #expect(sample.story.next.last == .tryKill(a))
    #expect(!sample.story(canAct: false).next.contains(.tryKill(a)))
  }

  @Test func aDeathThatNobodyNoticed() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed))
    sample.picture.advance(toMs: 9000)
    let story = sample.story
    #expect(story.why == [.silent(a, sinceMs: 3300)])
    #expect(story.cost == [.oneNotRead(.number(0), ms: 4000, lag: nil)])
    #expect(
      story.next
        == [.sessionEnds(a, inMs: 4300, limitMs: 10_000, others: [b, MemberSlot(2)])])
    #expect(
      story.text(in: .english).next.text
        == "In 4.3 s A's session (10 s) ends: the coordinator removes A and makes B and C rejoin.")
    #expect(
      story.text(in: .korean).cost.text == "파티션 0을 4.0초째 아무도 읽지 않음")
  }

  @Test func preparingNamesWhoMustStillJoin() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed))
    sample.at(13_300, .memberRemoved(a, Sample.id(0), .sessionTimedOut))
    sample.at(
      13_300,
      .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Sample.id(0))))
    sample.at(13_300, .deadline(.join, dueMs: 313_300))
    sample.at(14_000, .joined(b))
    let story = sample.story
    #expect(
      story.why == [
        .cause(.sessionTimedOut(.slot(a), limitMs: 10_000, atMs: 13_300), isOver: false),
        .eagerStop,
      ])
    #expect(story.next == [.waitsFor([MemberSlot(2)]), .atMost(inMs: 299_300)])
    sample.at(14_500, .groupState(.completingRebalance, Generation(2), nil))
    #expect(sample.story.next == [.leaderSends(b, others: [MemberSlot(2)], stops: true)])
    sample.at(14_600, .process(b, .killed))
    #expect(sample.story.next == [.leaderGone(b, inMs: 0)])
  }

  @Test func theInitialDelayIsCountedDown() {
    var sample = Sample()
    sample.at(100, .groupState(.preparingRebalance, Generation(0), .groupWasEmpty("x")))
    sample.at(100, .deadline(.initialDelay, dueMs: 3100))
    #expect(sample.story.next == [.initialDelay(inMs: 3000, isExtended: false)])
    #expect(!sample.story.why.contains(.eagerStop))
  }

  @Test func aRestartedMemberIsNewAndItsOldIdIsWaitedFor() {
    var sample = Sample.stable()
    sample.at(5000, .process(a, .killed), .process(a, .started))
    #expect(sample.story.why == [.restarted(a)])
    sample.at(5100, .memberAdded(a, "m-0b"))
    sample.at(5100, .groupState(.preparingRebalance, Generation(1), .newMember("m-0b")))
    sample.at(5100, .joined(a))
    sample.at(5200, .joined(b), .joined(MemberSlot(2)))
    #expect(sample.story.why.first == .cause(.restarted(.slot(a)), isOver: false))
    #expect(sample.story.next == [.waitsForFormer(a, inMs: 8100)])
  }

  @Test func closeAddPollNetworkAndSlowness() {
    var closed = Sample.stable()
    closed.at(5000, .process(a, .closing))
    #expect(closed.story.why == [.leaving(a)])
    closed.at(5050, .memberRemoved(a, Sample.id(0), .left))
    closed.at(5050, .groupState(.preparingRebalance, Generation(1), .memberLeft(Sample.id(0))))
    #expect(closed.story.why.first == .cause(.left(.slot(a)), isOver: false))

    var polls = Sample.stable()
    polls.at(5000, .process(a, .pollStopped), .deadline(.poll(a), dueMs: 303_300))
    #expect(polls.story.next == [.pollDue(a, inMs: 298_300)])
    polls.at(303_300, .pollMissed(a), .memberRemoved(a, Sample.id(0), .left))
    polls.at(
      303_300, .groupState(.preparingRebalance, Generation(1), .memberLeft(Sample.id(0))))
    #expect(
      polls.story.why.first == .cause(.pollMissed(.slot(a), limitMs: 300_000), isOver: false))

    var cut = Sample.stable()
    cut.at(5000, .process(a, .networkCut))
    #expect(cut.story.why == [.cutOff(a, sinceMs: 3300)])

    var slow = Sample.stable()
    slow.at(
      5000, .logEnd(TopicPartition("t", 0), LogEnd(offset: Offset(0), growthPerKilosecond: 5000)))
    slow.at(5000, .process(a, .processRate(perSecond: 2)))
    #expect(slow.story.why == [.slow(a, perSecond: 2, arriving: 5)])
    #expect(slow.story.cost == [.lagGrows(lag: 0, perSecond: 3)])
  }

  @Test func verdictTellsKeptMovedAndReadTwice() {
    var sample = Sample.stable()
    let partitions = sample.picture.partitions.map(\.partition)
    sample.at(4000, .position(a, partitions[0], Offset(30)))
    sample.at(5000, .process(a, .killed))
    sample.at(13_300, .memberRemoved(a, Sample.id(0), .sessionTimedOut))
    sample.at(
      13_300,
      .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Sample.id(0))))
    sample.at(
      14_000,
      .plan(
        Generation(2),
        [
          PlannedShare(slot: b, memberId: Sample.id(1), partitions: Array(partitions[0...1])),
          PlannedShare(
            slot: MemberSlot(2), memberId: Sample.id(2), partitions: [partitions[2]]),
        ]))
    sample.at(14_000, .groupState(.stable, Generation(2), nil))
    sample.at(14_000, .assigned(b, Array(partitions[0...1]), Generation(2)))
    #expect(sample.story.next == [.fetchesNext(b, .number(0))])
    sample.at(15_000, .readingStarted(b, partitions[0], Offset(20)))
    let story = sample.story
    #expect(
      story.cost == [
        .verdict(
          kept: 2, moved: 1, needless: 0, rounds: 1, partitionMs: 10_000, healthyMs: nil),
        .ofHealthy(ms: 0, partitionMs: 10_000),
        .readTwice(records: 10, .number(0)),
      ])
    #expect(story.next == [.ifRestarts(a, all: true)])
    sample.at(15_000, .committed(partitions[0], Offset(20)))
    sample.at(15_000, .logEnd(partitions[0], LogEnd(offset: Offset(90))))
    #expect(sample.story.next == [.backlog(b, .number(0)), .ifRestarts(a, all: true)])
  }

  @Test func withoutTheCoordinatorsSideTheCauseIsInferred() {
    var sample = Sample.stable()
    sample.at(5000, .groupState(.preparingRebalance, Generation(1), .memberLeft(Sample.id(0))))
    let live = Narrator.story(
      sample.picture, sample.timeline,
      Capabilities(kind: .drive, canTravel: false, canAct: true, seesCoordinator: false))
    #expect(live.why.contains(.inferred))
    #expect(!sample.story.why.contains(.inferred))
  }

  @Test func troubleNamesItselfAndTheAgeOfWhatIsShown() {
    var sample = Sample.stable()
    sample.at(5000, .brokerAnswered, .health(.trouble(.brokerGone, detail: "x")))
    sample.picture.advance(toMs: 9000)
    #expect(sample.story.why == [.trouble(.brokerGone, detail: "x")])
    #expect(sample.story.cost == [.stale(ageMs: 4000)])
    var new = Sample()
    new.at(0, .health(.connecting))
    #expect(new.story.why == [.connecting])
  }

  @Test func whatStrangersHaveIsNotCalledRead() {
    var sample = Sample.stable()
    let stranger = MemberSlot(3)
    let identity = MemberIdentity(name: "foreign", clientId: "foreign", isOurs: false)
    sample.at(5000, .memberSeen(stranger, identity), .memberAdded(stranger, "x"))
    let share = PlannedShare(
      slot: stranger, memberId: "x", partitions: [sample.picture.partitions[0].partition])
    sample.at(5100, .revoked(MemberSlot(0), share.partitions))
    sample.at(5200, .plan(Generation(1), [share]))
    #expect(sample.story.why == [.strangersHave([stranger], [.number(0)])])
  }
}
