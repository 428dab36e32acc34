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
