import Export
import Feed
import KafkaModel
import Testing

@Suite struct SnapshotTests {
  private let topic = TopicName("orders")
  private let slot = MemberSlot(0)

  private func fold(_ events: [(Int64, FeedEvent)]) -> GroupPicture {
    var picture = GroupPicture()
    var timeline = Timeline()
    for (timeMs, event) in events { picture.apply(TimedEvent(timeMs, event), into: &timeline) }
    return picture
  }

  private var calm: [(Int64, FeedEvent)] {
    let first = TopicPartition(topic, 0)
    return [
      (0, .topic(topic, partitions: 2)),
      (0, .memberSeen(slot, MemberIdentity(name: "A \"1\"", clientId: "c", instanceId: "i-1"))),
      (5, .memberAdded(slot, "c-1")),
      (10, .groupState(.completingRebalance, Generation(1), nil)),
      (10, .leader(slot)),
      (
        20,
        .plan(
          Generation(1),
          [
            PlannedShare(slot: slot, memberId: "c-1", partitions: [first]),
            PlannedShare(slot: nil, memberId: "x-1", partitions: [TopicPartition(topic, 1)]),
          ])
      ),
      (20, .groupState(.stable, Generation(1), nil)),
      (30, .assigned(slot, [first], Generation(1))),
      (30, .doing(slot, .reading)),
      (40, .readingStarted(slot, first, Offset(7))),
      (40, .committed(first, Offset(5))),
      (40, .logEnd(first, LogEnd(offset: Offset(9)))),
    ]
  }

  @Test func nothingKnown() {
    let line = Snapshot.line(GroupPicture(), source: .drive)
    #expect(
      line
        == #"{"source":"drive","seed":null,"timeMs":0,"beat":null,"step":null,"steps":null,"#
        + #""state":null,"generation":null,"leader":null,"members":[],"partitions":[],"#
        + #""verdict":null}"#)
  }

  @Test func aCalmGroup() {
    let line = Snapshot.line(
      fold(calm), source: .simulation, seed: 42, beat: "calm", step: 3, steps: 9)
    #expect(
      line
        == #"{"source":"simulation","seed":42,"timeMs":40,"beat":"calm","#
        + #""step":3,"steps":9,"state":"Stable","generation":1,"leader":"A \"1\"","members":["#
        + #"{"name":"A \"1\"","memberId":"c-1","instanceId":"i-1","alive":true,"#
        + #""doing":"reading","owns":[["orders",0]]}],"partitions":["#
        + #"{"topic":"orders","partition":0,"assigned":"A \"1\"","reader":"A \"1\"","#
        + #""state":"read","position":7,"committed":5,"logEnd":9,"lag":4,"notReadMs":0},"#
        + #"{"topic":"orders","partition":1,"assigned":"another member","reader":null,"#
        + #""state":"unknown","position":null,"committed":null,"logEnd":null,"lag":null,"#
        + #""notReadMs":null}],"verdict":null}"#)
  }

  @Test func aStaticMemberThatIsGoneOwnsWhatNobodyReads() {
    var picture = fold(calm + [(100, .process(slot, .killed))])
    picture.advance(toMs: 350)
    let line = Snapshot.line(picture, source: .simulation, seed: 1)
    let member =
      #"{"name":"A \"1\"","memberId":"c-1","instanceId":"i-1","alive":false,"doing":"stopped","#
      + #""owns":[]}"#
    let partition =
      #"{"topic":"orders","partition":0,"assigned":"A \"1\"","reader":null,"state":"ghost","#
      + #""position":7,"committed":5,"logEnd":9,"lag":4,"notReadMs":250}"#
    #expect(line.contains(member))
    #expect(line.contains(partition))
  }

  @Test func nothingCommittedIsNull() {
    let first = TopicPartition(topic, 0)
    let line = Snapshot.line(fold(calm + [(50, .committed(first, .none))]), source: .drive)
    #expect(line.contains(#""position":7,"committed":null,"logEnd":9,"lag":null"#))
  }

  @Test func `transactions, where there are any`() {
    #expect(!Snapshot.line(fold(calm), source: .simulation).contains("transactions"))
    let first = TopicPartition(topic, 0)
    let producer = Producer(id: 4, epoch: 2)
    let events: [TransactionEvent] = [
      .producerSeen(
        ProducerSlot(0),
        ProducerIdentity(name: "p", transactionalId: "tx", topic: topic, member: slot)),
      .output("out", partitions: 1),
      .transaction("tx", .ongoing, producer), .timeout("tx", dueMs: 70_000),
      .opened(first, producer, Offset(8)), .stableOffset(first, Offset(8)),
      .delivered(DeliveryTally(done: 3, committed: 4, duplicates: 1, aborted: 2)),
    ]
    let picture = fold(calm + events.map { (50, .transaction($0)) })
    let line = Snapshot.line(picture, source: .simulation)
    #expect(line.contains("\"stableOffset\":8"))
    #expect(
      line.contains(
        """
        "transactions":[{"transactionalId":"tx","member":"A \\"1\\"","state":"Ongoing",\
        "producerId":4,"epoch":2,"open":[["orders",0,8]],"dueMs":70000}]
        """))
    #expect(
      line.contains(
        """
        "delivered":{"done":3,"committed":4,"duplicates":1,"lost":0,"aborted":2,"open":0}
        """))
  }
}
