import Feed
import KafkaModel
import Testing

/// Names become letters and numbers, everywhere and always the same.
@Suite struct AnonymizerTests {
  private static let names = [
    "quokka-9", "Walrus.x", "ibex_토픽", "okapi consumer",
    "quokka-9-11111111-2222-3333-4444-555555555555",
  ]

  private func leaks(_ text: String) -> [String] {
    let words = ["quokka", "walrus", "ibex", "토픽", "okapi", "2222-3333"]
    return words.filter { text.lowercased().contains($0) }
  }

  @Test func `no kind of event keeps a name, whatever field it stands in`() {
    for seed: UInt64 in 1...60 {
      var random = RandomEvents(seed: seed, names: Self.names)
      var anonymizer = Anonymizer()
      var sawNames = false
      for kind in (0..<RandomEvents.kinds).flatMap({ [$0, $0, $0] }) {
        let timed = random.timed(kind)
        sawNames = sawNames || !leaks(RecordingLine.text(of: timed)).isEmpty
        let told = RecordingLine.text(of: anonymizer.rewrite(timed))
        #expect(leaks(told).isEmpty, "\(told)")
        let command = RecordingEntry.command(timeMs: 0, random.command())
        #expect(leaks(RecordingLine.text(of: anonymizer.rewrite(command))).isEmpty)
      }
      #expect(sawNames)
    }
  }

  @Test func `the same name has the same alias, and what is equal stays equal`() {
    var anonymizer = Anonymizer()
    let id = MemberId(Self.names[4])
    let seen = FeedEvent.memberSeen(
      MemberSlot(0),
      MemberIdentity(
        name: "quokka-9", clientId: "quokka-9", host: "/10.0.0.7", instanceId: "okapi"))
    guard case .memberSeen(_, let identity) = anonymizer.rewrite(TimedEvent(0, seen)).event else {
      return
    }
    #expect(identity.name == "member-1" && identity.clientId == "member-1")
    #expect(identity.instanceId == "instance-1" && identity.host == "host-1")
    for _ in 0..<2 {
      let event = anonymizer.rewrite(TimedEvent(0, .memberId(MemberSlot(0), id))).event
      #expect(event == .memberId(MemberSlot(0), "member-1-id1"))
    }
    let cause = TimedEvent(
      0, .groupState(.preparingRebalance, Generation(1), .sessionTimedOut(id)))
    #expect(
      anonymizer.rewrite(cause).event
        == .groupState(.preparingRebalance, Generation(1), .sessionTimedOut("member-1-id1")))
    #expect(anonymizer.original(ofMember: "member-1") == "quokka-9")
  }

  @Test func `who sees aliases can still say which topic is meant`() {
    var anonymizer = Anonymizer()
    for name in ["topic-2", "topic-1"] {
      _ = anonymizer.rewrite(TimedEvent(0, .topic(TopicName(name), partitions: 3)))
    }
    #expect(anonymizer.restored(.addPartitions("topic-1")) == .addPartitions("topic-2"))
    #expect(
      anonymizer.restored(.subscribe(MemberSlot(1), ["topic-2", "topic-1"]))
        == .subscribe(MemberSlot(1), ["topic-1", "topic-2"]))
  }

  @Test func `in a lesson's words names are replaced where they stand as words`() {
    var anonymizer = Anonymizer()
    _ = anonymizer.rewrite(TimedEvent(0, .topic("orders", partitions: 3)))
    _ = anonymizer.rewrite(TimedEvent(0, .topic("orders-eu", partitions: 3)))
    #expect(
      anonymizer.scrubbed("Who owns orders-0 and orders-eu-2? reorders orders. orders가 orders")
        == "Who owns topic-1-0 and topic-2-2? reorders topic-1. topic-1가 topic-1")
    #expect(anonymizer.scrubbed("preorders-2") == "preorders-2")
  }

  @Test func `Kafka's own words stay, somebody's do not`() {
    var anonymizer = Anonymizer()
    let facts = GroupFacts(
      groupId: "g", assignors: ["cooperative-sticky", "com.okapi.Own"],
      settings: [
        Setting("session.timeout.ms", "6000", .consumer),
        Setting("client.rack", "okapi", .consumer),
        Setting("latency ms", "5-20", .simulation),
        Setting("partition.assignment.strategy", "range,com.okapi.Own", .consumer),
      ])
    guard case .group(let told) = anonymizer.rewrite(TimedEvent(0, .group(facts))).event else {
      return
    }
    #expect(told.assignors == ["cooperative-sticky", "assignor-1"])
    #expect(told.settings.map(\.value) == ["6000", "5-20", "range,assignor-1"])
  }

  @Test func `what is remembered is bounded, and nothing is shown beyond it`() {
    var anonymizer = Anonymizer()
    var last: FeedEvent?
    for number in 0..<20_050 {
      let event = FeedEvent.memberId(MemberSlot(0), MemberId("okapi\(number)"))
      last = anonymizer.rewrite(TimedEvent(0, event)).event
    }
    #expect(last == .memberId(MemberSlot(0), "id-0"))
  }
}
