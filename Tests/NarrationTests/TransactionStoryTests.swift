import Feed
import KafkaModel
import Narration
import Testing

/// What is said of transactions, and when something else is more urgent.
@Suite struct TransactionStoryTests {
  private static let p = ProducerSlot(0)
  private static let id = TransactionalId("tx-1")
  private static let old = Producer(id: 4000, epoch: 0)
  private static let new = Producer(id: 4000, epoch: 1)
  private static let zero = TopicPartition("t", 0)

  /// A transaction is open in partition 0 from offset 20 on, since 0:05.
  private func open(member: MemberSlot? = nil) -> Sample {
    var sample = Sample.stable()
    let identity = ProducerIdentity(
      name: "producer-1", transactionalId: Self.id, topic: "t", member: member)
    tell(&sample, 4000, .producerSeen(Self.p, identity), .producerId(Self.p, Self.old))
    tell(
      &sample, 5000, .transaction(Self.id, .ongoing, Self.old), .timeout(Self.id, dueMs: 65_000))
    return sample
  }

  private func held(member: MemberSlot? = nil) -> Sample {
    var sample = open(member: member)
    tell(
      &sample, 5000, .opened(Self.zero, Self.old, Offset(20)),
      .stableOffset(Self.zero, Offset(20)))
    sample.at(5000, .logEnd(Self.zero, LogEnd(offset: Offset(45))))
    sample.picture.advance(toMs: 15_000)
    return sample
  }

  private func tell(_ sample: inout Sample, _ ms: Int64, _ events: TransactionEvent...) {
    for event in events { sample.at(ms, .transaction(event)) }
  }

  private func english(_ sample: Sample) -> (why: String, cost: String, next: String) {
    let text = sample.story.text(in: .english)
    return (text.why.text, text.cost.text, text.next.text)
  }

  @Test func `an open transaction says where readers stop, since when, and until when`() {
    let told = english(held())
    #expect(
      told.why
        == "tx-1 is open: partition 0's LSO stands at 20 since 0:05.0.")
    #expect(told.cost == "25 records of 1 partition held back from read_committed readers")
    #expect(
      told.next == "It is aborted in 50.0 s if nobody ends it before. Type :tx commit or :tx abort "
        + "to end it.")
    let korean = held().story.text(in: .korean)
    #expect(korean.why.text == "tx-1이 열린 채라 파티션 0의 LSO가 0:05.0부터 20에 멈춰 있다.")
    #expect(korean.cost.text == "파티션 1개의 레코드 25개를 read_committed로는 아직 읽지 못함")
  }

  @Test func `before it has written anything it has only begun`() {
    #expect(
      english(open()).why
        == "producer-1 has a transaction open: its records count only if it commits.")
  }

  @Test func `who was killed cannot end its transaction`() {
    var sample = held()
    tell(&sample, 16_000, .process(Self.p, .killed))
    let told = english(sample)
    #expect(told.why.hasPrefix("tx-1 is open and its producer dead: partition 0's LSO"))
    #expect(
      told.next == "It is aborted in 49.0 s if nobody ends it before. Type :tx restart: with the "
        + "same transactional.id it aborts that at once.")
    var member = held(member: MemberSlot(0))
    member.at(16_000, .process(MemberSlot(0), .killed))
    #expect(english(member).why.hasSuffix("it cannot know yet. Its transaction stays open."))
  }

  @Test func `the decision is final, and its marker takes an offset`() {
    var sample = held()
    tell(&sample, 16_000, .transaction(Self.id, .prepareCommit, Self.new))
    #expect(english(sample).why == "tx-1 is committed: that is written and final.")
    #expect(english(sample).next.hasPrefix("A COMMIT marker is written to each"))
    tell(
      &sample, 16_100, .marker(Self.zero, Self.new, isCommit: true, Offset(45), records: 25),
      .stableOffset(Self.zero, nil), .transaction(Self.id, .completeCommit, Self.new))
    #expect(
      english(sample).why
        == "The transaction has ended in partition 0: its control record takes offset 45, "
        + "25 records count.")
    #expect(english(sample).next == "read_committed readers go on past it.")
  }

  @Test func `fenced by another one is not fenced by time`() {
    var byNew = held()
    var byTime = byNew
    tell(&byNew, 20_000, .fenced(Self.id, Self.old, .initialized))
    #expect(english(byNew).why == "Another producer came with tx-1: the older epoch is fenced.")
    tell(&byTime, 70_000, .fenced(Self.id, Self.old, .timedOut))
    #expect(
      english(byTime).why
        == "tx-1 was open too long: it is aborted, and its producer is fenced.")
    #expect(
      byTime.story.text(in: .korean).why.text
        == "tx-1이 너무 오래 열려 있어 중단되고, 프로듀서는 차단된다.")
  }

  @Test func `a zombie's offsets are refused, and it must abort`() {
    var sample = open(member: MemberSlot(0))
    tell(&sample, 20_000, .mustAbort(Self.p, .txnOffsetCommit, .illegalGeneration))
    let told = english(sample)
    #expect(told.why == "The group refuses A's offsets with ILLEGAL_GENERATION: it is a zombie.")
    #expect(told.next == "A aborts: read_committed readers never see what it sent.")
    tell(&sample, 21_000, .failed(Self.p, .produce, .producerFenced))
    #expect(english(sample).why == "A has failed: Produce was answered PRODUCER_FENCED.")
  }

  @Test func `a pending offset keeps the new owner waiting`() {
    var sample = open(member: MemberSlot(0))
    tell(&sample, 5100, .offsetPending(Self.zero, Offset(9), Self.old))
    sample.at(20_000, .assigned(MemberSlot(1), [Self.zero], Generation(2)))
    sample.at(20_000, .doing(MemberSlot(1), .fetchingOffsets))
    #expect(
      english(sample).why
        == "B must wait for the offset of partition 0: one is pending in an open transaction "
        + "(UNSTABLE_OFFSET_COMMIT).")
    tell(&sample, 21_000, .offsetsDecided(Self.old, isCommit: false))
    #expect(!english(sample).why.contains("UNSTABLE"))
  }

  @Test func `a rebalance that has come since is told first`() {
    var sample = held()
    sample.at(20_000, .memberRemoved(MemberSlot(2), Sample.id(2), .left))
    sample.at(20_000, .process(MemberSlot(2), .ended))
    sample.at(20_000, .groupState(.preparingRebalance, Generation(1), .memberLeft(Sample.id(2))))
    #expect(!english(sample).why.contains("LSO"))
    let (one, two) = (TopicPartition("t", 1), TopicPartition("t", 2))
    sample.at(21_000, .groupState(.completingRebalance, Generation(2), nil))
    sample.at(
      21_000,
      .plan(
        Generation(2),
        [
          PlannedShare(slot: MemberSlot(0), memberId: Sample.id(0), partitions: [Self.zero, two]),
          PlannedShare(slot: MemberSlot(1), memberId: Sample.id(1), partitions: [one]),
        ]))
    sample.at(21_000, .groupState(.stable, Generation(2), nil))
    for (slot, list) in [(MemberSlot(0), [Self.zero, two]), (MemberSlot(1), [one])] {
      sample.at(21_050, .assigned(slot, list, Generation(2)))
      for partition in list { sample.at(21_100, .readingStarted(slot, partition, Offset(0))) }
    }
    #expect(!english(sample).why.contains("LSO"))
    // What comes after it is news again.
    tell(&sample, 22_000, .transaction(Self.id, .prepareAbort, Self.new))
    #expect(english(sample).why == "tx-1 is aborted: that is written and final.")
  }

  /// Several loops begin and end transactions all the time.
  @Test func `of one loop among several nothing is told while all is well`() {
    var sample = open(member: MemberSlot(0))
    tell(
      &sample, 5100,
      .producerSeen(
        ProducerSlot(1),
        ProducerIdentity(name: "m1", transactionalId: "tx-2", topic: "t", member: MemberSlot(1))))
    tell(&sample, 6000, .transaction(Self.id, .prepareCommit, Self.new))
    #expect(english(sample).why.hasPrefix("All is well"))
  }

  @Test func `lines of the log name the transaction`() {
    let sample = held(member: MemberSlot(0))
    func line(_ event: TransactionEvent, _ language: Language = .english) -> String? {
      Narrator.logLine(
        TimedEvent(15_000, .transaction(event)), sample.picture, sample.timeline)?
        .text(in: language).text
    }
    #expect(
      line(.marker(Self.zero, Self.new, isCommit: true, Offset(7), records: 1))
        == "partition 0: COMMIT marker of tx-1 takes offset 7, 1 record counts")
    #expect(
      line(.timeout(Self.id, dueMs: 65_000))
        == "tx-1 is Ongoing, aborted at 1:05.0 if nobody ends it")
    #expect(
      line(.mustAbort(Self.p, .txnOffsetCommit, .illegalGeneration), .korean)
        == "A 중단해야 함: TxnOffsetCommit에 ILLEGAL_GENERATION")
    #expect(line(.transaction(Self.id, .completeCommit, Self.new)) == nil)
    #expect(line(.delivered(DeliveryTally())) == nil)
  }

  @Test func `messages and records of transactions in one line each`() {
    let picture = held().picture
    func line(_ api: ApiKey, _ fields: [GroupMessage.Field]) -> String {
      Narrator.line(GroupMessage(api: api, way: .request, fields: fields), picture, in: .english)
    }
    let producer = [
      GroupMessage.Field("producer_id", .number(4000)),
      GroupMessage.Field("producer_epoch", .number(3)),
    ]
    let id = GroupMessage.Field("transactional_id", .text("tx-1"))
    #expect(
      line(.endTxn, [id] + producer + [.init("committed", .text("true"))])
        == "EndTxn(COMMIT, tx-1)")
    #expect(
      line(
        .txnOffsetCommit,
        [id] + producer + [
          .init("generation_id", .number(4)), .init("member_id", .text("m-1")),
          .init("committed_offset", .offsets([.init(Self.zero, Offset(9))])),
        ]) == "TxnOffsetCommit(generation 4, 0: 9)")
    let out = ["a", "a", "b"].enumerated().map { TopicPartition(TopicName($1), Int32($0)) }
    #expect(
      line(.addPartitionsToTxn, [id, .init("partitions", .partitions(out))])
        == "AddPartitionsToTxn(a 0, 1, b 2)")
    let pending = WrittenRecord.pending("g", Self.zero, Offset(9), Self.old)
    #expect(
      Narrator.lines(pending, picture, in: .english)
        == ["g t-0  offset 9 once 4000/0 commits"])
    #expect(
      Narrator.lines(.marker(Self.new, isCommit: false), picture, in: .korean)
        == ["ABORT  프로듀서 4000/1의 컨트롤 레코드"])
  }
}
