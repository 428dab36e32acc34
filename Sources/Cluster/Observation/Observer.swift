import Client
import Feed
import KafkaModel
import Live
import NIOCore

/// Asks the broker twice a second how things stand: log ends, committed offsets, and the group's
/// state and members where the broker offers DescribeGroups.
final class Observer {
  let router: Router
  let groupId: GroupId
  private let loop: any EventLoop
  private let clock: MonotonicClock
  private(set) var topics: [ObservedTopic]
  private(set) var coordinator: BrokerId?
  private var metadataMs = -Observer.metadataAgeMs
  private var metadataIsStale = false
  private var timer: Scheduled<Void>?
  private var isStopped = false

  /// What came to light; the time is that of the question.
  var onLogEnd: (TopicPartition, Offset) -> Void = { _, _ in }
  var onCommitted: (TopicPartition, Offset, Int64) -> Void = { _, _, _ in }
  var onGroup: (DescribeGroupsResponse.Group, Int64) -> Void = { _, _ in }
  var onTopic: (ObservedTopic) -> Void = { _ in }
  var onCoordinator: (BrokerId) -> Void = { _ in }
  /// A round is over; nil = all questions were answered. The time is when it began.
  var onRound: (BrokerFailure?, Int64) -> Void = { _, _ in }

  static let roundMs: Int64 = 500
  private static let metadataAgeMs: Int64 = 5_000
  /// A question that takes longer is a broker that has gone away.
  private static let patienceMs: Int64 = 3_000

  init(
    router: Router, groupId: GroupId, topics: [ObservedTopic], loop: any EventLoop,
    clock: MonotonicClock
  ) {
    self.router = router
    self.groupId = groupId
    self.topics = topics
    self.loop = loop
    self.clock = clock
  }

  /// False also while the broker has not been asked.
  var describesGroups: Bool { router.version(of: .describeGroups) != nil }

  func start() { round() }

  func stop() {
    isStopped = true
    timer?.cancel()
  }

  /// A partition's leader has moved, somebody was told.
  func leadersMoved() { metadataIsStale = true }

  private func round() {
    let askedMs = clock.nowMs
    let round = ObservationRound(askedMs: askedMs) { [weak self] in self?.ended($0, askedMs) }
    round.begin()
    if metadataIsStale || clock.nowMs - metadataMs >= Self.metadataAgeMs { askMetadata(round) }
    if let coordinator {
      askCommitted(round, coordinator)
      if describesGroups { askGroup(round, coordinator) }
    } else {
      askCoordinator(round)
    }
    askLogEnds(round)
    round.end(nil)
  }

  private func ended(_ failure: BrokerFailure?, _ askedMs: Int64) {
    if isStopped { return }
    onRound(failure, askedMs)
    timer = loop.assumeIsolated().scheduleTask(in: .milliseconds(Self.roundMs)) {
      self.round()
    }
  }

  private func ask(
    _ round: ObservationRound, _ request: Request, _ destination: Destination, _ lane: Lane,
    _ answered: @escaping (Response) -> Void
  ) {
    round.begin()
    router.send(request, to: destination, lane: lane, timeoutMs: Self.patienceMs) { result in
      switch result {
      case .success(let response):
        answered(response)
        round.end(nil)
      case .failure(let failure):
        // Where the coordinator and the leaders are may have changed with it.
        self.coordinator = nil
        self.metadataIsStale = true
        round.end(failure)
      }
    }
  }
}

extension Observer {
  private func askMetadata(_ round: ObservationRound) {
    let request = MetadataRequest(topics: topics.map(\.name))
    ask(round, .metadata(request), .any, .metadata) { response in
      guard case .metadata(let answer) = response else { return }
      self.metadataMs = self.clock.nowMs
      self.metadataIsStale = false
      for topic in answer.topics.compactMap({ ObservedTopic($0) }) {
        guard let at = self.topics.firstIndex(where: { $0.name == topic.name }) else { continue }
        // Partitions are never taken away, so a shorter list is a broker that is behind.
        guard topic.leaders.count >= self.topics[at].leaders.count else { continue }
        self.topics[at] = topic
        self.onTopic(topic)
      }
    }
  }

  private func askCoordinator(_ round: ObservationRound) {
    let request = FindCoordinatorRequest(coordinatorKeys: [groupId.text])
    ask(round, .findCoordinator(request), .any, .metadata) { response in
      guard case .findCoordinator(let answer) = response,
        let found = answer.coordinators.first, found.errorCode == .none
      else { return }
      self.coordinator = found.nodeId
      self.onCoordinator(found.nodeId)
    }
  }

  private func askGroup(_ round: ObservationRound, _ coordinator: BrokerId) {
    let request = DescribeGroupsRequest(groups: [groupId])
    ask(round, .describeGroups(request), .broker(coordinator), .coordinator) { response in
      guard case .describeGroups(let answer) = response, let group = answer.groups.first else {
        return
      }
      self.checkCoordinator(group.errorCode)
      if group.errorCode == .none || group.errorCode == .groupIdNotFound {
        self.onGroup(group, round.askedMs)
      }
    }
  }

  private func askCommitted(_ round: ObservationRound, _ coordinator: BrokerId) {
    let topics = topics.map { topic in
      OffsetFetchRequest.Topic(
        name: topic.name, partitionIndexes: topic.partitions.map(\.partition))
    }
    let group = OffsetFetchRequest.Group(groupId: groupId, topics: topics)
    let request = OffsetFetchRequest(groups: [group])
    ask(round, .offsetFetch(request), .broker(coordinator), .coordinator) { response in
      guard case .offsetFetch(let answer) = response, let group = answer.groups.first else {
        return
      }
      self.checkCoordinator(group.errorCode)
      for topic in group.topics {
        for partition in topic.partitions where partition.errorCode == .none {
          self.onCommitted(
            TopicPartition(topic.name, partition.partitionIndex), partition.committedOffset,
            round.askedMs)
        }
      }
    }
  }

  private func checkCoordinator(_ error: ErrorCode) {
    if error == .notCoordinator || error == .coordinatorNotAvailable { coordinator = nil }
  }

  private func askLogEnds(_ round: ObservationRound) {
    for leader in Set(topics.flatMap(\.leaders)).sorted() where leader != .none {
      let asked = topics.compactMap { topic -> ListOffsetsRequest.Topic? in
        let partitions = topic.partitions.filter { topic.leaders[Int($0.partition)] == leader }
        if partitions.isEmpty { return nil }
        return ListOffsetsRequest.Topic(
          name: topic.name,
          partitions: partitions.map { .init(partitionIndex: $0.partition, timestamp: -1) })
      }
      let request = ListOffsetsRequest(topics: asked)
      ask(round, .listOffsets(request), .broker(leader), .metadata) { response in
        guard case .listOffsets(let answer) = response else { return }
        self.take(answer)
      }
    }
  }

  private func take(_ answer: ListOffsetsResponse) {
    for topic in answer.topics {
      for partition in topic.partitions {
        if partition.errorCode == .none {
          onLogEnd(TopicPartition(topic.name, partition.partitionIndex), partition.offset)
        } else {
          metadataIsStale = true
        }
      }
    }
  }
}
