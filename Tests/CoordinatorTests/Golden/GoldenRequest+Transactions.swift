import KafkaModel

extension Request {
  /// A captured request of a transactional producer.
  init?(transactional json: Json, api: String) {
    let id: TransactionalId = json["transactional_id"].id()
    let producer = Producer(golden: json)
    switch api {
    case "InitProducerId":
      self = .initProducerId(
        InitProducerIdRequest(
          transactionalId: json["transactional_id"].optionalId(),
          transactionTimeoutMs: json["transaction_timeout_ms"].int32, producer: producer))
    case "AddPartitionsToTxn":
      self = .addPartitionsToTxn(AddPartitionsToTxnRequest(golden: json))
    case "AddOffsetsToTxn":
      self = .addOffsetsToTxn(
        AddOffsetsToTxnRequest(
          transactionalId: id, producer: producer, groupId: json["group_id"].id()))
    case "EndTxn":
      self = .endTxn(
        EndTxnRequest(
          transactionalId: id, producer: producer, committed: json["committed"].flag))
    case "TxnOffsetCommit":
      let commit = OffsetCommitRequest(golden: json)
      self = .txnOffsetCommit(
        TxnOffsetCommitRequest(
          transactionalId: id, groupId: commit.groupId, producer: producer,
          generationId: Generation(json["generation_id"].number.map(Int32.init) ?? -1),
          memberId: commit.memberId, groupInstanceId: commit.groupInstanceId,
          topics: commit.topics.map { topic in
            .init(
              name: topic.name,
              partitions: topic.partitions.map {
                .init(
                  partitionIndex: $0.partitionIndex, committedOffset: $0.committedOffset,
                  committedLeaderEpoch: $0.committedLeaderEpoch,
                  committedMetadata: $0.committedMetadata)
              })
          }))
    default: return nil
    }
  }
}

extension AddPartitionsToTxnRequest {
  fileprivate init(golden json: Json) {
    self.init(
      transactionalId: json["v3_and_below_transactional_id"].id(),
      producer: Producer(
        id: json["v3_and_below_producer_id"].int,
        epoch: Int16(json["v3_and_below_producer_epoch"].int)),
      topics: json["v3_and_below_topics"].list.map {
        .init(name: $0["name"].id(), partitions: $0["partitions"].list.map(\.int32))
      })
  }
}

extension Response {
  /// A captured answer to a transactional producer.
  init?(transactional json: Json, like ours: Response) {
    let error = json["error_code"].error
    switch ours {
    case .initProducerId:
      self = .initProducerId(
        InitProducerIdResponse(errorCode: error, producer: Producer(golden: json)))
    case .addPartitionsToTxn:
      self = .addPartitionsToTxn(
        AddPartitionsToTxnResponse(
          topics: json["results_by_topic_v3_and_below"].list.map { topic in
            .init(
              name: topic["name"].id(),
              partitions: topic["results_by_partition"].list.map {
                .init(
                  partitionIndex: $0["partition_index"].int32,
                  errorCode: $0["partition_error_code"].error)
              })
          }))
    case .addOffsetsToTxn: self = .addOffsetsToTxn(AddOffsetsToTxnResponse(errorCode: error))
    case .endTxn(let ours):
      let isTold = json.has("producer_id")
      self = .endTxn(
        EndTxnResponse(
          errorCode: error, producer: isTold ? Producer(golden: json) : ours.producer))
    case .txnOffsetCommit:
      self = .txnOffsetCommit(
        TxnOffsetCommitResponse(topics: OffsetCommitResponse(golden: json).topics))
    case .offsetDelete:
      self = .offsetDelete(
        OffsetDeleteResponse(
          errorCode: error, topics: OffsetCommitResponse(golden: json).topics))
    default: return nil
    }
  }
}
