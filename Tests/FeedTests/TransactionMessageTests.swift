import Feed
import KafkaModel
import Testing

/// What is told of a producer's messages.
@Suite struct TransactionMessageTests {
  private let producer = Producer(id: 4000, epoch: 3)
  private let out = TopicPartition("orders-out", 2)

  private func request(_ request: Request) throws -> GroupMessage {
    let message = try #require(GroupMessage(request))
    #expect(message.api == request.apiKey && message.way == .request)
    return message
  }

  @Test func `a commit of offsets says who commits for which generation`() throws {
    let message = try request(
      .txnOffsetCommit(
        TxnOffsetCommitRequest(
          transactionalId: "tx-1", groupId: "g", producer: producer,
          generationId: Generation(4), memberId: "m-1", groupInstanceId: "i",
          topics: [
            .init(name: "t", partitions: [.init(partitionIndex: 0, committedOffset: Offset(9))])
          ])))
    #expect(message.text("transactional_id") == "tx-1" && message.text("member_id") == "m-1")
    #expect(message.text("group_instance_id") == "i")
    #expect(message.number("generation_id") == 4)
    #expect(message.number("producer_id") == 4000 && message.number("producer_epoch") == 3)
    #expect(message.offsets("committed_offset")?.first?.offset == Offset(9))
    let refused = try #require(
      GroupMessage(
        .txnOffsetCommit(
          TxnOffsetCommitResponse(topics: [
            .init(
              name: "t",
              partitions: [
                .init(partitionIndex: 0), .init(partitionIndex: 1, errorCode: .illegalGeneration),
              ])
          ]))))
    #expect(refused.error == .illegalGeneration)
    #expect(refused.text("error_code") == "ILLEGAL_GENERATION")
  }

  @Test func `the others say what they add and how it ends`() throws {
    let added = try request(
      .addPartitionsToTxn(
        AddPartitionsToTxnRequest(
          transactionalId: "tx-1", producer: producer,
          topics: [.init(name: "orders-out", partitions: [2])])))
    #expect(added.partitions("partitions") == [out])
    let offsets = try request(
      .addOffsetsToTxn(
        AddOffsetsToTxnRequest(transactionalId: "tx-1", producer: producer, groupId: "g")))
    #expect(offsets.text("group_id") == "g")
    let ended = try request(
      .endTxn(EndTxnRequest(transactionalId: "tx-1", producer: producer, committed: false)))
    #expect(ended.text("committed") == "false")
    let begun = try request(
      .initProducerId(
        InitProducerIdRequest(transactionalId: "tx-1", transactionTimeoutMs: 60_000)))
    #expect(begun.number("transaction_timeout_ms") == 60_000)
    #expect(begun.number("producer_id") == nil)
    let answer = try #require(
      GroupMessage(.initProducerId(InitProducerIdResponse(producer: producer))))
    #expect(answer.number("producer_id") == 4000 && answer.error == .none)
  }

  @Test func `with aliases the numbers stay and the names go`() throws {
    var anonymizer = Anonymizer()
    let message = try request(
      .endTxn(EndTxnRequest(transactionalId: "quokka", producer: producer, committed: true)))
    let told = anonymizer.rewrite(TimedEvent(0, .message(MemberSlot(0), message))).event
    guard case .message(_, let alias) = told else {
      Issue.record("a message stays one")
      return
    }
    #expect(alias.text("transactional_id") == "transaction-1" && alias.text("committed") == "true")
    #expect(alias.number("producer_id") == 4000)
  }

  @Test func `records of transactions are records like others`() {
    let value = OffsetCommitValue(offset: Offset(9), commitTimestampMs: 0)
    #expect(
      WrittenRecord(.transactionalOffset("g", out, value, producer))
        == .pending("g", out, Offset(9), producer))
    let marker = TransactionMarker(producer: producer, isCommit: true)
    #expect(
      WrittenRecord(.transactionEnd(marker, partition: 7)) == .marker(producer, isCommit: true))
  }

  /// Loops send them all the time; what the group does must not be pushed out.
  @Test func `of what is old the messages of transactions go first`() {
    func sent(_ ms: Int64, _ api: ApiKey) -> TimedEvent {
      TimedEvent(ms, .message(MemberSlot(0), GroupMessage(api: api, way: .request)))
    }
    var log = TrafficLog()
    log.add(sent(0, .joinGroup))
    for ms in 1...Int64(3 * TrafficLog.limit) { log.add(sent(ms, .endTxn)) }
    #expect(log.entries.first?.event == sent(0, .joinGroup))
  }
}
