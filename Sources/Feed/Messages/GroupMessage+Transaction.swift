import KafkaModel

/// What a producer's application says to the coordinators of its transactions and of its group.
extension GroupMessage {
  /// Nil for what is of no transaction.
  init?(transactional request: Request) {
    switch request {
    case .initProducerId(let request): self.init(request: .initProducerId, Self.fields(request))
    case .addPartitionsToTxn(let request):
      self.init(
        request: .addPartitionsToTxn,
        Self.fields(request.transactionalId, request.producer)
          + [Field("partitions", .partitions(request.partitions))])
    case .addOffsetsToTxn(let request):
      self.init(
        request: .addOffsetsToTxn,
        Self.fields(request.transactionalId, request.producer)
          + [Field("group_id", .text(request.groupId.text))])
    case .endTxn(let request):
      self.init(
        request: .endTxn,
        Self.fields(request.transactionalId, request.producer)
          + [Field("committed", .text(request.committed ? "true" : "false"))])
    case .txnOffsetCommit(let request): self.init(request: .txnOffsetCommit, Self.fields(request))
    default: return nil
    }
  }

  /// Nil for what is of no transaction.
  init?(transactional response: Response) {
    switch response {
    case .initProducerId(let answer):
      self.init(.initProducerId, answer.errorCode, Self.fields(answer.producer))
    case .addPartitionsToTxn(let answer):
      let error = answer.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }
      self.init(.addPartitionsToTxn, error?.errorCode ?? .none, [])
    case .addOffsetsToTxn(let answer): self.init(.addOffsetsToTxn, answer.errorCode, [])
    case .endTxn(let answer): self.init(.endTxn, answer.errorCode, Self.fields(answer.producer))
    case .txnOffsetCommit(let answer):
      let error = answer.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }
      self.init(.txnOffsetCommit, error?.errorCode ?? .none, [])
    default: return nil
    }
  }

  private init(request api: ApiKey, _ fields: [Field]) {
    self.init(api: api, way: .request, fields: fields)
  }

  private init(_ api: ApiKey, _ error: ErrorCode, _ fields: [Field]) {
    self.init(
      api: api, way: .response, error: error,
      fields: [Field("error_code", .text(error.description))] + fields)
  }

  /// None at all of one that has no id yet, or of an answer that brings none.
  private static func fields(_ producer: Producer) -> [Field] {
    if producer == .none { return [] }
    return [
      Field("producer_id", .number(producer.id)),
      Field("producer_epoch", .number(Int64(producer.epoch))),
    ]
  }

  private static func fields(_ id: TransactionalId, _ producer: Producer) -> [Field] {
    [Field("transactional_id", .text(id.text))] + fields(producer)
  }

  private static func fields(_ request: InitProducerIdRequest) -> [Field] {
    let id = request.transactionalId.map { [Field("transactional_id", .text($0.text))] } ?? []
    let timeout = Field("transaction_timeout_ms", .number(Int64(request.transactionTimeoutMs)))
    return id + [timeout] + fields(request.producer)
  }

  private static func fields(_ request: TxnOffsetCommitRequest) -> [Field] {
    let marks = request.topics.flatMap { topic in
      topic.partitions.map {
        PartitionMark(TopicPartition(topic.name, $0.partitionIndex), $0.committedOffset)
      }
    }
    let instance =
      request.groupInstanceId.map { [Field("group_instance_id", .text($0.text))] } ?? []
    return [
      Field("transactional_id", .text(request.transactionalId.text)),
      Field("group_id", .text(request.groupId.text)),
    ] + fields(request.producer) + [
      Field("generation_id", .number(Int64(request.generationId.value))),
      Field("member_id", .text(request.memberId.text)),
    ] + instance + [Field("committed_offset", .offsets(marks))]
  }
}
