import Feed
import KafkaModel
import Narration
import Testing

/// What is said while the coordinator's answers are held back.
@Suite struct HoldStoryTests {
  private let a = MemberSlot(0)
  private let served = Capabilities(
    kind: .serve, canTravel: false, canAct: true, seesCoordinator: true)

  /// One member whose JoinGroup is answered, and the answer held at 1 s; it would wait for 300 s.
  private func held(sessionEndsMs: Int64?) -> (GroupPicture, Timeline) {
    var picture = GroupPicture()
    var timeline = Timeline()
    let identity = MemberIdentity(name: "app", clientId: "app", host: "/h", isOurs: false)
    let events: [FeedEvent] = [
      .group(GroupFacts(groupId: "g", assignors: ["range"])), .topic("t", partitions: 1),
      .memberSeen(a, identity), .process(a, .started), .memberId(a, Sample.id(0)),
      .memberAdded(a, Sample.id(0)), .hold(.join),
      .groupState(.completingRebalance, Generation(1), nil),
      .held(a, HeldAnswer(point: .join, givesUpMs: 301_000, isKnown: true)),
      .deadline(.session(a), dueMs: sessionEndsMs),
    ]
    for event in events { picture.apply(TimedEvent(1_000, event), into: &timeline) }
    return (picture, timeline)
  }

  private func next(sessionEndsMs: Int64?, atMs: Int64 = 1_000) -> [String] {
    var (picture, timeline) = held(sessionEndsMs: sessionEndsMs)
    picture.advance(toMs: atMs)
    let story = Narrator.story(picture, timeline, served)
    return Language.allCases.map { story.text(in: $0).next.text }
  }

  @Test func aClientsPatienceRunsDown() {
    let told = next(sessionEndsMs: nil)
    #expect(told[0] == "A waits 300.0 s more, then gives up. Press h to let all go.")
    #expect(told[1].contains("300.0초"))
  }

  /// Who waits for JoinGroup sends no heartbeat: the coordinator's clock ends first.
  @Test func aSessionThatEndsSoonerIsSaid() {
    let told = next(sessionEndsMs: 11_000)
    #expect(told[0].hasPrefix("In 10.0 s A's session ends"))
    #expect(told[1].contains("10.0초"))
  }

  private func members(_ dueMs: [Int64], isHeld: Bool = true) -> [FeedEvent] {
    dueMs.enumerated().flatMap { place, dueMs -> [FeedEvent] in
      let slot = MemberSlot(place)
      let identity = MemberIdentity(name: "app", clientId: "app", host: "/h", isOurs: !isHeld)
      let held = HeldAnswer(point: .join, givesUpMs: 301_000, isKnown: true)
      return [
        .memberSeen(slot, identity), .process(slot, .started), .memberId(slot, Sample.id(place)),
        .memberAdded(slot, Sample.id(place)), .deadline(.session(slot), dueMs: dueMs),
      ] + (isHeld ? [.held(slot, held)] : [])
    }
  }

  private func story(_ events: [FeedEvent], state: GroupState) -> [StoryText] {
    var picture = GroupPicture()
    var timeline = Timeline()
    let facts = GroupFacts(groupId: "g", assignors: ["range"])
    let before: [FeedEvent] = [.group(facts), .topic("t", partitions: 1), .hold(.join)]
    for event in before + events + [.groupState(state, Generation(1), nil)] {
      picture.apply(TimedEvent(1_000, event), into: &timeline)
    }
    return Language.allCases.map { Narrator.story(picture, timeline, served).text(in: $0) }
  }

  /// Who joined in one rebalance was last heard of in one moment: nobody is left to rejoin.
  @Test func sessionsThatEndTogetherEmptyTheGroup() {
    let told = story(members([11_000, 11_200, 11_000]), state: .completingRebalance)
    #expect(
      told[0].next.text.hasPrefix(
        "In 10.0 s all sessions end: the coordinator removes all, and the group is empty."))
    #expect(told[1].next.text.contains("그룹은 빈다"))
  }

  @Test func whoseSessionEndsLaterStays() {
    let told = story(members([14_000, 11_000, 11_400]), state: .completingRebalance)
    #expect(
      told[0].next.text.hasPrefix(
        "In 10.0 s the sessions of B and C end: the coordinator removes them and makes A rejoin."))
    #expect(told[1].next.text.contains("B와 C의 세션이 함께 끝난다"))
  }

  /// A hold that nothing waits for hides nothing.
  @Test func aDeathShowsWhileNothingIsHeld() {
    let death: [FeedEvent] = [.process(MemberSlot(0), .killed)]
    let told = story(members([11_000, 12_000], isHeld: false) + death, state: .stable)
    #expect(told[0].why.text.contains("JoinGroup are held"))
    #expect(told[0].why.text.contains("The coordinator last heard from A at"))
    #expect(told[0].next.text.hasPrefix("In 10.0 s A's session ends"))
    #expect(told[0].next.text.hasSuffix("Press h to let all go."))
    #expect(told[1].why.text.contains("붙잡고 있다"))
  }

  /// What a listener asks of clients belongs to what they have to be told.
  @Test func whoHasNotComeIsToldHow() {
    for (security, words) in [("PLAINTEXT", "kcat -b h:1"), ("SASL_SSL", "security.protocol")] {
      var picture = GroupPicture()
      var timeline = Timeline()
      let settings = [
        Setting(GroupFacts.listenersKey, "h:1", .broker),
        Setting(GroupFacts.securityKey, security, .broker),
      ]
      let facts = GroupFacts(groupId: "g", assignors: [], settings: settings)
      for event in [FeedEvent.health(.fine), .group(facts), .topic("t", partitions: 1)] {
        picture.apply(TimedEvent(0, event), into: &timeline)
      }
      for language in Language.allCases {
        let told = Narrator.story(picture, timeline, served).text(in: language).next.text
        #expect(told.contains("bootstrap.servers=h:1") && told.contains(words))
        #expect(told.contains("kcat") == (security == "PLAINTEXT"))
      }
    }
  }

  @Test func whoHasWaitedLongEnoughGivesUp() {
    let told = next(sessionEndsMs: nil, atMs: 302_000)
    #expect(told[0] == "A has waited as long as it does: it gives up. Press h to let all go.")
  }
}
