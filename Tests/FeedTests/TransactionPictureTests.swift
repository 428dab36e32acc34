import Feed
import KafkaModel
import Testing

/// Producers and their transactions, from what is told of them.
@Suite struct TransactionPictureTests {
  private static let p = ProducerSlot(0)
  private static let q = ProducerSlot(1)
  private static let id = TransactionalId("peter-transaction-01")
  private static let old = Producer(id: 4000, epoch: 0)
  private static let new = Producer(id: 4000, epoch: 1)
  private static let zero = Story.partition(0)

  private static func seen(_ slot: ProducerSlot, member: MemberSlot? = nil) -> FeedEvent {
    .transaction(
      .producerSeen(
        slot,
        ProducerIdentity(
          name: "p\(slot.index)", transactionalId: id, topic: Story.topic, member: member)))
  }

  /// A producer without a consumer has written from offset 20 on, and has not ended it.
  private static func opened(member: MemberSlot? = nil) -> Fold {
    var fold = Fold(Story.start + Story.joined + Story.settled)
    fold.add(1_000, seen(p, member: member))
    let story: [TransactionEvent] = [
      .state(p, .ready), .producerId(p, old), .transaction(id, .empty, old),
      .state(p, .inTransaction), .transaction(id, .ongoing, old),
      .timeout(id, dueMs: 61_100), .opened(zero, old, Offset(20)),
      .stableOffset(zero, Offset(20)),
    ]
    for event in story { fold.add(1_100, .transaction(event)) }
    fold.add(1_200, .logEnd(zero, LogEnd(offset: Offset(25))))
    return fold
  }

  @Test func `an open transaction holds read_committed readers back from its first record on`() {
    let picture = Self.opened().picture
    #expect(picture.stableOffset(0) == Offset(20) && picture.stableOffset(1) == nil)
    #expect(picture.holder(of: 0)?.producer == Self.old)
    #expect(picture.transactions.producer(of: Self.id)?.slot == Self.p)
    let transaction = picture.transactions[Self.id]
    #expect(transaction?.isOpen == true && transaction?.openSinceMs == 1_100)
    #expect(transaction?.dueMs == 61_100)
    #expect(picture.transactions.latest?.kind == .began(Self.id))
  }

  @Test func `Ongoing again begins nothing`() {
    var fold = Self.opened()
    fold.add(2_000, .transaction(.transaction(Self.id, .ongoing, Self.old)))
    #expect(fold.picture.transactions[Self.id]?.openSinceMs == 1_100)
    #expect(fold.picture.transactions.latest?.atMs == 1_100)
  }

  /// With transaction.version 2 the marker has the next transaction's epoch.
  @Test func `the marker decides the records, whatever its epoch`() {
    var fold = Self.opened()
    fold.add(2_000, .transaction(.transaction(Self.id, .prepareCommit, Self.new)))
    #expect(fold.picture.transactions[Self.id]?.isDecided == true)
    #expect(fold.picture.holder(of: 0) != nil)
    fold.add(
      2_100, .transaction(.marker(Self.zero, Self.new, isCommit: true, Offset(25), records: 5)))
    fold.add(2_100, .transaction(.stableOffset(Self.zero, nil)))
    fold.add(2_100, .transaction(.transaction(Self.id, .completeCommit, Self.new)))
    let transaction = fold.picture.transactions[Self.id]
    #expect(fold.picture.holder(of: 0) == nil && fold.picture.stableOffset(0) == nil)
    #expect(transaction?.isOpen == false && transaction?.openSinceMs == nil)
    #expect(transaction?.marker?.offset == Offset(25) && transaction?.marker?.records == 5)
  }

  @Test func `who is killed leaves its transaction open`() {
    var fold = Self.opened()
    fold.add(3_000, .transaction(.process(Self.p, .killed)))
    #expect(!fold.picture.transactions[Self.p].isRunning)
    #expect(fold.picture.transactions[Self.id]?.isOpen == true)
    #expect(fold.picture.transactions.latest?.kind == .died(Self.p))
    fold.add(4_000, .transaction(.process(Self.p, .started)))
    #expect(fold.picture.transactions[Self.p].state == .uninitialized)
    #expect(fold.picture.transactions[Self.p].producer == nil)
  }

  @Test func `a member's producer dies with its process and comes back with it`() {
    var fold = Self.opened(member: Story.a)
    fold.add(3_000, .process(Story.a, .killed))
    #expect(fold.picture.transactions[Self.p].process == .dead)
    #expect(fold.picture.transactions[Self.id]?.isOpen == true)
    #expect(fold.picture.transactions.producerAlone == nil)
    fold.add(4_000, .process(Story.a, .started))
    #expect(fold.picture.transactions[Self.p].isRunning)
    fold.add(5_000, .process(Story.b, .killed))
    #expect(fold.picture.transactions[Self.p].isRunning)
  }

  @Test func `of two with one transactional id the older epoch is fenced`() {
    var fold = Self.opened()
    fold.add(2_000, Self.seen(Self.q))
    fold.add(2_100, .transaction(.fenced(Self.id, Self.old, .initialized)))
    fold.add(2_100, .transaction(.transaction(Self.id, .prepareAbort, Self.new)))
    fold.add(2_200, .transaction(.producerId(Self.q, Producer(id: 4000, epoch: 2))))
    let transactions = fold.picture.transactions
    #expect(transactions[Self.p].fenced == .initialized && transactions[Self.q].fenced == nil)
    #expect(transactions.producer(of: Self.id)?.slot == Self.q)
    #expect(transactions[Self.id]?.fenced == .initialized)
    // The next transaction has nothing to do with it.
    fold.add(3_000, .transaction(.transaction(Self.id, .completeAbort, Self.new)))
    fold.add(
      3_100, .transaction(.transaction(Self.id, .ongoing, Producer(id: 4000, epoch: 2))))
    #expect(fold.picture.transactions[Self.id]?.fenced == nil)
  }

  @Test func `what a producer was told holds until it can go on`() {
    var fold = Self.opened(member: Story.a)
    fold.add(2_000, .transaction(.mustAbort(Self.p, .txnOffsetCommit, .illegalGeneration)))
    fold.add(2_000, .transaction(.state(Self.p, .abortableError)))
    #expect(fold.picture.transactions[Self.p].failure?.error == .illegalGeneration)
    #expect(fold.picture.transactions[Self.p].failure?.isFatal == false)
    fold.add(2_100, .transaction(.state(Self.p, .abortingTransaction)))
    #expect(fold.picture.transactions[Self.p].failure != nil)
    fold.add(2_200, .transaction(.state(Self.p, .ready)))
    #expect(fold.picture.transactions[Self.p].failure == nil)
  }

  @Test func `a pending offset counts when its transaction commits`() {
    var fold = Self.opened(member: Story.a)
    fold.add(2_000, .transaction(.offsetPending(Self.zero, Offset(9), Self.old)))
    #expect(fold.picture.transactions.pending(in: Self.zero)?.offset == Offset(9))
    #expect(fold.picture.partitions[0].committed == Offset(3))
    fold.add(3_000, .transaction(.offsetsDecided(Self.new, isCommit: true)))
    #expect(fold.picture.transactions.pending(in: Self.zero) == nil)
    #expect(fold.picture.partitions[0].committed == Offset(9))
  }

  @Test func `of an aborted one, or one behind a later commit, nothing counts`() {
    var aborted = Self.opened(member: Story.a)
    aborted.add(2_000, .transaction(.offsetPending(Self.zero, Offset(9), Self.old)))
    var late = aborted
    aborted.add(3_000, .transaction(.offsetsDecided(Self.new, isCommit: false)))
    #expect(aborted.picture.partitions[0].committed == Offset(3))
    #expect(aborted.picture.transactions.pending.isEmpty)
    late.add(2_500, .committed(Self.zero, Offset(12)))
    late.add(3_000, .transaction(.offsetsDecided(Self.new, isCommit: true)))
    #expect(late.picture.partitions[0].committed == Offset(12))
  }

  @Test func `steps are what changes the picture in kind`() {
    let steps: [TransactionEvent] = [
      .timeout(Self.id, dueMs: 1), .transaction(Self.id, .prepareAbort, Self.old),
      .fenced(Self.id, Self.old, .timedOut), .wrote(Self.p, Self.zero, Offset(1), records: 1),
      .marker(Self.zero, Self.old, isCommit: true, Offset(1), records: 1),
      .mustAbort(Self.p, .produce, .transactionAbortable), .process(Self.p, .killed),
      .failed(Self.p, .produce, .producerFenced),
    ]
    let numbers: [TransactionEvent] = [
      .timeout(Self.id, dueMs: nil), .transaction(Self.id, .ongoing, Self.old),
      .stableOffset(Self.zero, nil), .offsetPending(Self.zero, Offset(1), Self.old),
      .delivered(DeliveryTally()), .state(Self.p, .ready),
      .opened(Self.zero, Self.old, Offset(1)),
    ]
    #expect(steps.allSatisfy { FeedEvent.transaction($0).isStep })
    #expect(!numbers.contains { FeedEvent.transaction($0).isStep })
  }
}
