import KafkaModel

/// What administrators ask: DescribeCluster, DeleteRecords; and OffsetForLeaderEpoch, with which
/// readers make sure that nothing was cut off.
extension Broker {
  func cluster(_ request: DescribeClusterRequest) -> DescribeClusterResponse {
    if let refusal = DescribeClusterResponse(refusing: request.endpointType) { return refusal }
    return DescribeClusterResponse(
      clusterId: Self.clusterId, controllerId: Self.node,
      brokers: [.init(brokerId: Self.node, host: host, port: port)],
      clusterAuthorizedOperations: request.includeClusterAuthorizedOperations
        ? AuthorizedOperations.cluster : .min)
  }

  func describe(
    _ request: DescribeGroupsRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    askCoordinator(.describeGroups(request), call) { response in
      guard case .describeGroups(var answer) = response, request.includeAuthorizedOperations
      else { return finish(response) }
      for at in answer.groups.indices where answer.groups[at].errorCode == .none {
        answer.groups[at].authorizedOperations = AuthorizedOperations.group
      }
      finish(.describeGroups(answer))
    }
  }

  func deleteRecords(_ request: DeleteRecordsRequest) -> DeleteRecordsResponse {
    DeleteRecordsResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            cut($0, of: TopicPartition(topic.name, $0.partitionIndex))
          })
      })
  }

  private func cut(
    _ asked: DeleteRecordsRequest.Partition, of place: TopicPartition
  ) -> DeleteRecordsResponse.Partition {
    let index = asked.partitionIndex
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(partitionIndex: index, errorCode: fault.code)
    case .success(let log):
      if topics[place.topic]?.isInternal == true {
        return .init(partitionIndex: index, errorCode: .invalidTopicException)
      }
      let offset = asked.offset == .none ? log.endOffset : asked.offset
      guard offset >= Offset(0), offset <= log.endOffset else {
        return .init(partitionIndex: index, errorCode: .offsetOutOfRange)
      }
      return .init(
        partitionIndex: index, lowWatermark: topics.cut(place, before: offset))
    }
  }

  func epochEnds(_ request: OffsetForLeaderEpochRequest) -> OffsetForLeaderEpochResponse {
    OffsetForLeaderEpochResponse(
      topics: request.topics.map { topic in
        .init(
          name: topic.name,
          partitions: topic.partitions.map {
            epochEnd($0, of: TopicPartition(topic.name, $0.partition))
          })
      })
  }

  /// All records are the leader's of epoch 0.
  private func epochEnd(
    _ asked: OffsetForLeaderEpochRequest.Partition, of place: TopicPartition
  ) -> OffsetForLeaderEpochResponse.Partition {
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault): return .init(errorCode: fault.code, partition: asked.partition)
    case .success(let log):
      if let error = Self.epochError(asked.currentLeaderEpoch) {
        return .init(errorCode: error, partition: asked.partition)
      }
      guard asked.leaderEpoch == 0 else { return .init(partition: asked.partition) }
      return .init(partition: asked.partition, leaderEpoch: 0, endOffset: log.endOffset)
    }
  }
}

extension DescribeClusterResponse {
  /// nil for a broker, which this is (`AuthHelper.computeDescribeClusterResponse`).
  fileprivate init?(refusing endpointType: Int8) {
    switch endpointType {
    case 1: return nil
    case 2:
      self.init(
        errorCode: .mismatchedEndpointType,
        errorMessage: "The request was sent to an endpoint of type BROKER, but we wanted an"
          + " endpoint of type CONTROLLER")
    default:
      self.init(
        errorCode: .unsupportedEndpointType,
        errorMessage: "Unsupported endpoint type \(endpointType)")
    }
  }
}
