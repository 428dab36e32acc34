import KafkaModel

/// Fetch: in a session or without one; waits until there is enough.
extension Broker {
  func fetch(
    _ request: FetchRequest, _ call: Call, _ answer: @escaping (Response) -> Void
  ) {
    let usesIds = call.header.apiVersion >= 13
    var request = usesIds ? named(request) : request
    let context: FetchSessions.Context
    switch sessions.context(of: request, usesIds: usesIds, nowMs: clock.nowMs) {
    case .failure(let fault): return answer(.fetch(FetchResponse(errorCode: fault.code)))
    case .success(let found): (context, request.topics) = found
    }
    witness?.fetches(request.topics, call)
    let found = fetched(request)
    if found.isEnough || request.maxWaitMs <= 0 {
      return answer(finished(found.response, context, request))
    }
    let number = nextNumber()
    let timer = clock.after(Int64(request.maxWaitMs)) {
      guard let wait = self.fetches.removeValue(forKey: number) else { return }
      self.end(wait, self.fetched(wait.request).response)
    }
    fetches[number] = FetchWait(
      request: request, context: context, call: call, timer: timer, answer: answer)
  }

  private func end(_ wait: FetchWait, _ response: FetchResponse) {
    wait.answer(finished(response, wait.context, wait.request))
  }

  private func finished(
    _ response: FetchResponse, _ context: FetchSessions.Context, _ request: FetchRequest
  ) -> Response {
    .fetch(sessions.finish(response, context, request, nowMs: clock.nowMs))
  }

  /// Something has happened to a topic: whoever waits for it may have waited long enough.
  func retryFetches(of topic: TopicName) {
    witness?.changed(topic)
    for (number, wait) in fetches where wait.request.topics.contains(where: { $0.name == topic }) {
      let found = fetched(wait.request)
      if !found.isEnough { continue }
      forget(fetch: number)
      end(wait, found.response)
    }
  }

  func forget(fetch number: Int64) { fetches.removeValue(forKey: number)?.timer.cancel() }

  /// What does not exist is told at the end of the wait; any other error ends it.
  private func fetched(_ request: FetchRequest) -> (response: FetchResponse, isEnough: Bool) {
    var response = FetchResponse()
    var count = 0
    var hasError = false
    var isWorthWaiting = false
    let most = min(Int(request.maxBytes), config.limits.fetchBytes)
    for topic in request.topics {
      var partitions: [FetchResponse.Partition] = []
      for asked in topic.partitions {
        let left = max(0, most - count)
        let place = TopicPartition(topic.name, asked.partition)
        let part = fetched(
          asked, of: place, IsolationLevel(wire: request.isolationLevel), leftBytes: left,
          isFirst: count == 0)
        let isThere = exists(place)
        isWorthWaiting = isWorthWaiting || isThere
        hasError = hasError || isThere && part.partition.errorCode != .none
        count += part.count
        partitions.append(part.partition)
      }
      response.responses.append(
        .init(name: topic.name, partitions: partitions, topicId: topic.topicId))
    }
    let isEnough = hasError || !isWorthWaiting || count >= Int(request.minBytes)
    return (response, isEnough)
  }

  private func fetched(
    _ asked: FetchRequest.Partition, of place: TopicPartition, _ isolation: IsolationLevel,
    leftBytes: Int, isFirst: Bool
  ) -> (partition: FetchResponse.Partition, count: Int) {
    var answer = FetchResponse.Partition(
      partitionIndex: asked.partition, highWatermark: .none, records: .batches([]))
    switch topics.log(place, nowMs: clock.nowMs) {
    case .failure(let fault):
      answer.errorCode = place.topic == .unnamed ? .unknownTopicId : fault.code
      answer.abortedTransactions = []
      return (answer, 0)
    case .success(let log):
      if let error = Self.epochError(asked.currentLeaderEpoch) {
        answer.errorCode = error
        return (answer, 0)
      }
      // Nobody has read records of an epoch that there was not yet.
      guard log.contains(asked.fetchOffset), asked.lastFetchedEpoch <= 0 else {
        answer.errorCode = .offsetOutOfRange
        return (answer, 0)
      }
      let limit = min(leftBytes, max(0, Int(asked.partitionMaxBytes)))
      let end = isolation == .readCommitted ? log.lastStableOffset : log.endOffset
      let read = log.read(
        from: asked.fetchOffset, below: end, maxBytes: limit, isFirst: isFirst)
      answer.highWatermark = log.endOffset
      answer.lastStableOffset = log.lastStableOffset
      answer.logStartOffset = log.startOffset
      answer.records = .batches(read.bytes)
      if isolation == .readCommitted {
        answer.abortedTransactions = log.producers.aborted(
          from: asked.fetchOffset, to: read.end)
      }
      return (answer, read.bytes.count)
    }
  }

  /// Leaders never change here, so that the epoch is 0; -1 asks for no check.
  static func epochError(_ epoch: Int32) -> ErrorCode? {
    if epoch == 0 || epoch == -1 { return nil }
    return epoch > 0 ? .unknownLeaderEpoch : .fencedLeaderEpoch
  }
}
