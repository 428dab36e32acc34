import Coordinator
import KafkaModel
import NIOCore

/// The coordinator's requests, its clock and its log.
extension Broker {
  func askCoordinator(
    _ request: Request, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    if isTooMuch(request), let refusal = Response(refusing: request, .policyViolation) {
      return finish(refusal)
    }
    let token = RequestToken(nextNumber())
    parked[token] = (call, finish)
    let context = RequestContext(
      token: token, apiVersion: call.header.apiVersion,
      clientId: ClientId(call.header.clientId ?? ""), clientHost: call.clientHost)
    give(.request(request, context), after: call)
  }

  /// All that happens to the coordinator goes through here; false where it takes no marker.
  @discardableResult func give(_ input: CoordinatorInput, after call: Call? = nil) -> Bool {
    let nowMs = clock.nowMs
    witness?.given(input, nowMs: nowMs)
    guard let outcome = coordinator.take(input, nowMs: nowMs) else { return false }
    take(outcome, after: call)
    return true
  }

  /// `call`: the request that it came of.
  private func take(_ outcome: CoordinatorOutcome, after call: Call? = nil) {
    witness?.decided(outcome, after: call)
    for change in outcome.timers { set(change) }
    // An answer may be followed by the next request at once, so the writes come first.
    for append in outcome.appends { write(append) }
    for reply in outcome.replies {
      parked.removeValue(forKey: reply.token)?.finish(reply.response)
    }
  }

  private func set(_ change: TimerChange) {
    switch change {
    case .cancel(let timer): timers.removeValue(forKey: timer)?.cancel()
    case .set(let timer, let atMs):
      timers.removeValue(forKey: timer)?.cancel()
      timers[timer] = clock.after(atMs - clock.nowMs) {
        self.timers[timer] = nil
        self.give(.timer(timer))
      }
    }
  }

  /// There is no disk: the write is done a moment later, so that what must wait for it does.
  private func write(_ append: Append) {
    loop.assumeIsolated().execute {
      self.offsetsLog.append(append.records)
      self.log(append.records)
      self.witness?.wrote(append)
      self.give(.written(append.id))
    }
  }

  /// The group coordinator never sees partitions that do not exist (`KafkaApis`).
  func commit(
    _ request: OffsetCommitRequest, _ call: Call, _ finish: @escaping (Response) -> Void
  ) {
    var known = request
    var refused = OffsetCommitResponse()
    known.topics = []
    for topic in request.topics {
      let count = topics[topic.name]?.logs.count ?? 0
      var good = topic
      good.partitions = topic.partitions.filter { (0..<count).contains(Int($0.partitionIndex)) }
      let bad = topic.partitions.filter { !(0..<count).contains(Int($0.partitionIndex)) }
      if !good.partitions.isEmpty { known.topics.append(good) }
      if bad.isEmpty { continue }
      let verdicts = bad.map {
        OffsetCommitResponse.Partition(
          partitionIndex: $0.partitionIndex, errorCode: .unknownTopicOrPartition)
      }
      refused.topics.append(.init(name: topic.name, partitions: verdicts))
    }
    if known.topics.isEmpty, !refused.topics.isEmpty { return finish(.offsetCommit(refused)) }
    askCoordinator(.offsetCommit(known), call) { response in
      guard case .offsetCommit(var answer) = response else { return finish(response) }
      answer.topics = refused.topics.joined(with: answer.topics)
      finish(.offsetCommit(answer))
    }
  }

  /// The commits of a topic go with it, in all groups.
  func forgetOffsets(of name: TopicName) {
    for group in coordinator.groupIds {
      let state = coordinator.hardState
      let stored = state.offsets(group).map(\.0) + state.pendingOffsets(group).map(\.partition)
      let tombstones = stored.filter { $0.topic == name }
        .map { CoordinatorRecord.offsetCommit(group, $0, nil) }
      for tombstone in tombstones { coordinator.replay(tombstone) }
      if !tombstones.isEmpty { witness?.changedByHand() }
      offsetsLog.append(tombstones)
      if !tombstones.isEmpty { log(tombstones) }
    }
  }
}

extension [OffsetCommitResponse.Topic] {
  /// Both verdicts in one list, a topic once; a request can name as many as it has bytes for.
  func joined(with others: [OffsetCommitResponse.Topic]) -> [OffsetCommitResponse.Topic] {
    var joined: [OffsetCommitResponse.Topic] = []
    var places: [TopicName: Int] = [:]
    for topic in self + others {
      if let at = places[topic.name] {
        joined[at].partitions += topic.partitions
      } else {
        places[topic.name] = joined.count
        joined.append(topic)
      }
    }
    return joined
  }
}
