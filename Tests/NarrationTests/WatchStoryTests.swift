import Feed
import KafkaModel
import Narration
import Testing

/// What is said of a group that is looked at from outside.
@Suite struct WatchStoryTests {
  private let a = MemberSlot(0)
  private let b = MemberSlot(1)
  private let watch = Capabilities(
    kind: .watch, canTravel: false, canAct: false, seesCoordinator: false)

  /// Two members, four partitions, all of which move on.
  private struct Watched {
    var picture = GroupPicture()
    var timeline = Timeline()

    init(_ settings: [Setting] = [], isRebalancing: Bool = false) {
      at(
        0, .group(GroupFacts(groupId: "g", assignors: ["range"], settings: settings)),
        .topic("t", partitions: 4))
      for index in 0..<2 {
        let name = ["app-a", "app-b"][index]
        let identity = MemberIdentity(
          name: name, clientId: ClientId(name), host: "/h", isOurs: false)
        at(0, .memberSeen(MemberSlot(index), identity))
        at(0, .memberAdded(MemberSlot(index), Sample.id(index)))
      }
      at(0, .groupState(isRebalancing ? .preparingRebalance : .stable, .none, nil))
      plan(0, [[0, 1], [2, 3]])
      for number in 0..<4 {
        at(0, .committed(TopicPartition("t", Int32(number)), Offset(1)))
        at(0, .logEnd(TopicPartition("t", Int32(number)), LogEnd(offset: Offset(3))))
      }
    }

    mutating func at(_ ms: Int64, _ events: FeedEvent...) {
      for event in events { picture.apply(TimedEvent(ms, event), into: &timeline) }
    }

    mutating func plan(_ ms: Int64, _ numbers: [[Int32]]) {
      let shares = numbers.enumerated().map { index, list in
        PlannedShare(
          slot: MemberSlot(index), memberId: Sample.id(index),
          partitions: list.map { TopicPartition("t", $0) })
      }
      at(ms, .plan(.none, shares))
    }

    mutating func read(_ ms: Int64, _ slot: MemberSlot, _ numbers: Int32...) {
      for number in numbers {
        at(ms, .readingStarted(slot, TopicPartition("t", number), Offset(1)))
      }
    }
  }

  private func story(_ watched: Watched) -> Story {
    let story = Narrator.story(watched.picture, watched.timeline, watch)
    for language in Language.allCases {
      let text = story.text(in: language)
      for phrase in [text.why, text.cost, text.next] { #expect(!phrase.isEmpty) }
    }
    #expect(story.evidence != nil)
    return story
  }

  @Test func beforeAnyCommitNobodyIsSaidToRead() {
    let told = story(Watched())
    #expect(told.why == [.watch(.notSeenYet(4, of: 4))])
    #expect(told.cost == [.watch(.lag(8, unknown: 0, of: 4))])
  }

  @Test func whatMovesIsWell() {
    var watched = Watched()
    watched.read(1_000, a, 0, 1)
    watched.read(1_000, b, 2, 3)
    #expect(story(watched).why == [.watch(.allMove(members: 2, partitions: 4))])
    #expect(story(watched).evidence?.why == .inferred)
  }

  @Test(arguments: ["given", "withheld"])
  func ownersOfARebalanceAreGhostsWithAnAge(told: String) {
    var watched = Watched([Setting(GroupFacts.duringRebalanceKey, told, .broker)])
    watched.at(5_000, .groupState(.preparingRebalance, .none, .newMember("stranger")))
    watched.picture.advance(toMs: 7_500)
    let why = story(watched).why
    #expect(why.last == .watch(.ghosts(ageMs: 2_500, isGiven: told == "given")))
  }

  @Test func aSessionThatRanOutAndOneThatLeft() {
    for (cause, reason) in [
      (RebalanceCause.sessionTimedOut(Sample.id(1)), RemovalReason.sessionTimedOut),
      (.memberLeft(Sample.id(1)), .left),
    ] {
      var watched = Watched()
      watched.read(1_000, a, 0, 1)
      watched.read(1_000, b, 2, 3)
      watched.at(9_000, .groupState(.preparingRebalance, .none, cause))
      watched.at(9_000, .memberRemoved(b, Sample.id(1), reason))
      watched.plan(10_000, [[0, 1, 2, 3]])
      watched.at(10_000, .groupState(.stable, .none, nil))
      let remark: WatchRemark =
        reason == .left
        ? .left(.slot(b), goneMs: 9_000)
        : .expired(.slot(b), silentSinceMs: 1_000, goneMs: 9_000)
      #expect(story(watched).why == [.watch(remark)])
      let line = Narrator.logLine(
        TimedEvent(10_000, .groupState(.stable, .none, nil)), watched.picture, watched.timeline)
      guard case .rebalanced(let summary)? = line else {
        Issue.record("\(String(describing: line))")
        continue
      }
      #expect(summary.durationMs == 1_000 && summary.moved == 2 && summary.kept == 2)
      for language in Language.allCases {
        #expect(LogRemark.rebalanced(summary).text(in: language).text.contains("1.0"))
      }
    }
  }

  /// The same plan under a new id tells neither that the group has rebalanced nor that it has not.
  @Test func aStaticMemberUnderANewId() {
    var watched = Watched()
    let fixed = MemberIdentity(
      name: "app-b", clientId: "app-b", host: "/h", instanceId: "two", isOurs: false)
    watched.at(500, .memberSeen(b, fixed))
    watched.read(1_000, a, 0, 1)
    watched.read(1_000, b, 2, 3)
    watched.at(4_000, .readingStopped(b, TopicPartition("t", 2)), .process(b, .replaced))
    watched.at(4_000, .memberAdded(b, "new"))
    watched.plan(4_000, [[0, 1], [2, 3]])
    watched.picture.advance(toMs: 5_000)
    let told = story(watched)
    #expect(told.why == [.watch(.replaced([b]))])
    #expect(told.evidence == StoryEvidence(why: .inferred, cost: .inferred, next: .inferred))
    for language in Language.allCases {
      #expect(!told.text(in: language).why.text.contains("no rebalance"))
    }
    #expect(
      lines(watched, 4_000, .process(b, .replaced)) == [
        "B has a new member id, with the same group.instance.id",
        "B의 멤버 ID가 바뀜, group.instance.id는 그대로",
      ])
  }

  /// No time was seen to pass: that is not known, and not nothing.
  @Test func aRebalanceBetweenTwoAnswers() {
    var watched = Watched()
    watched.read(1_000, a, 0, 1)
    watched.read(1_000, b, 2, 3)
    watched.at(9_000, .groupState(.preparingRebalance, .none, nil))
    watched.plan(9_000, [[0, 1, 2], [3]])
    watched.at(9_000, .groupState(.stable, .none, nil))
    #expect(story(watched).cost == [.watch(.verdict(kept: 3, moved: 1, needless: 1))])
    let end = FeedEvent.groupState(.stable, .none, nil)
    for line in lines(watched, 9_000, end) { #expect(!line.contains("0.0")) }
    #expect(lines(watched, 9_000, end)[0].contains("between two answers"))
  }

  @Test func oneThatRanBeforeTheFirstAnswerTookLonger() {
    var watched = Watched(isRebalancing: true)
    watched.plan(200, [[0, 1], [2, 3]])
    let end = FeedEvent.groupState(.stable, .none, nil)
    watched.at(200, end)
    #expect(lines(watched, 200, end)[0].hasPrefix("rebalanced for at least 0.2 s"))
    #expect(lines(watched, 200, end)[1].hasPrefix("리밸런싱 0.2초 이상"))
  }

  /// Nothing waited, so that its silence says nothing.
  @Test func oneThatIsGoneWithoutASign() {
    var watched = Watched()
    watched.read(1_000, a, 0, 1)
    watched.read(1_000, b, 2, 3)
    for number in [2, 3] as [Int32] {
      watched.at(1_500, .committed(TopicPartition("t", number), Offset(3)))
    }
    watched.at(20_000, .groupState(.preparingRebalance, .none, .memberLeft(Sample.id(1))))
    watched.at(20_000, .memberRemoved(b, Sample.id(1), .left))
    #expect(story(watched).why.first == .cause(.gone(.slot(b)), isOver: false))
  }

  @Test func whatIsWrongIsNamed() {
    var watched = Watched()
    watched.read(1_000, a, 0, 1)
    watched.read(1_000, b, 2, 3)
    watched.at(2_000, .doing(b, .slow), .process(b, .processRate(perSecond: 7)))
    #expect(story(watched).why == [.watch(.slow(b, lag: 4, perSecond: 7))])
    watched.at(20_000, .readingStopped(b, TopicPartition("t", 2)), .doing(b, .silent))
    #expect(story(watched).why == [.watch(.silent([b], sinceMs: 1_000))])
    #expect(story(watched).next == [.watch(.mayExpire(b))])
  }

  @Test func othersThanConsumersAndTopicsThatAreGone() {
    let connect = Watched([Setting(GroupFacts.protocolTypeKey, "connect", .consumer)])
    #expect(story(connect).why == [.watch(.notConsumers("connect"))])
    let list = "gone (UNKNOWN_TOPIC_OR_PARTITION)"
    let gone = Watched([Setting(GroupFacts.unseenTopicsKey, list, .broker)])
    #expect(story(gone).why.first == .watch(.unseenTopics(list)))
  }

  @Test func aRecordingOfItIsToldAlike() {
    let recording = Capabilities(
      kind: .recording, canTravel: true, canAct: false, seesCoordinator: false)
    let watched = Watched()
    #expect(
      Narrator.story(watched.picture, watched.timeline, recording).why
        == story(watched).why)
  }

  private func lines(_ watched: Watched, _ ms: Int64, _ event: FeedEvent) -> [String] {
    let remark = Narrator.logLine(
      TimedEvent(ms, event, .inferred), watched.picture, watched.timeline)
    return Language.allCases.compactMap { remark?.text(in: $0).text }
  }

  @Test func theLogTellsWhatWasSeenOfWhoIsGone() {
    var watched = Watched()
    watched.read(1_000, b, 2, 3)
    let removed = FeedEvent.memberRemoved(b, Sample.id(1), .left)
    watched.at(5_000, .groupState(.preparingRebalance, .none, .memberLeft(Sample.id(1))), removed)
    #expect(
      lines(watched, 5_000, removed) == [
        "B is gone since the answer before: how it went, no answer tells",
        "직전 응답 이후 B가 사라짐: 어떻게 나갔는지는 응답에 없음",
      ])
    #expect(
      lines(watched, 5_000, .memberRemoved(b, Sample.id(1), .sessionTimedOut)) == [
        "B is gone since the answer before: its session ran out",
        "직전 응답 이후 B가 사라짐: 세션이 끝남",
      ])
    #expect(
      lines(watched, 5_000, .groupState(.preparingRebalance, .none, .memberLeft(Sample.id(1))))
        == ["PreparingRebalance: B is gone", "PreparingRebalance: B가 사라짐"])
  }

  @Test func whoIsInTheAnswerIsNotSaidToHaveJoinedNow() {
    #expect(
      lines(Watched(), 0, .memberAdded(a, Sample.id(0))) == [
        "A is in the group, as the broker tells it", "브로커의 응답에 A가 멤버로 있음",
      ])
  }

  @Test func whoGoesAgainIsNotSaidToBeRemovedByAnybody() {
    var watched = Watched()
    let id = Sample.id(1)
    watched.read(1_000, b, 2, 3)
    // Nothing waits any more: no commit can tell when it went.
    for number in [2, 3] as [Int32] {
      watched.at(1_500, .committed(TopicPartition("t", number), Offset(3)))
    }
    watched.at(5_000, .groupState(.preparingRebalance, .none, .memberLeft(id)))
    watched.at(5_000, .memberRemoved(b, id, .left), .groupState(.stable, .none, nil))
    watched.at(9_000, .memberAdded(b, id), .groupState(.preparingRebalance, .none, .newMember(id)))
    watched.at(9_500, .groupState(.stable, .none, nil))
    watched.at(60_000, .groupState(.preparingRebalance, .none, .memberLeft(id)))
    watched.at(60_000, .memberRemoved(b, id, .left))
    #expect(story(watched).why.first == .cause(.gone(.slot(b)), isOver: false))
  }
}
