import Client
import KafkaModel
import Live
import NIOCore

/// Asks how a group stands, in as few requests as it takes: of the coordinator the group and its
/// offsets, of any broker the leaders (not each time), of each leader where its logs end.
final class GroupReader {
  private let router: ReadOnlyRouter
  private let clock: MonotonicClock
  let group: GroupId
  private var coordinator: (id: BrokerId, address: BrokerAddress)?
  private var leaders = LeaderTable()
  private var leadersMs: Int64?
  private var partitionCount = 0
  private var mentions = Mentions()

  /// Many leaders take time to read, and they seldom move.
  private var leadersAgeMs: Int64 { partitionCount > 1_000 ? 10_000 : 2_000 }

  init(router: ReadOnlyRouter, group: GroupId, clock: MonotonicClock) {
    self.router = router
    self.group = group
    self.clock = clock
  }

  typealias Ended = (Result<GroupReading, WatchFailure>) -> Void

  /// One refresh; `ended` is called exactly once, never before this returns.
  func read(_ ended: @escaping Ended) {
    let askedMs = clock.nowMs
    if coordinator != nil { return askCoordinator(askedMs, ended) }
    ask(.findCoordinator(group), .any, ended) { response in
      guard case .findCoordinator(let answer) = response, let found = answer.coordinators.first
      else { return }
      if let failure = WatchFailure(found.errorCode, to: .findCoordinator) {
        return ended(.failure(failure))
      }
      let address = BrokerAddress(host: found.host, port: Int(found.port))
      self.coordinator = (found.nodeId, address)
      self.askCoordinator(askedMs, ended)
    }
  }

  private func ask(
    _ question: ReadOnlyRequest, _ destination: Destination, _ ended: @escaping Ended,
    _ answered: @escaping (Response) -> Void
  ) {
    router.ask(question, of: destination) { result in
      switch result {
      case .success(let response): answered(response)
      case .failure(let failure):
        // Where the coordinator and the leaders are may have changed with it.
        self.forget()
        ended(.failure(.broker(failure)))
      }
    }
  }

  private func forget() {
    coordinator = nil
    leadersMs = nil
  }
}

extension GroupReader {
  /// The group and its offsets, asked together so that they belong to one moment.
  private func askCoordinator(_ askedMs: Int64, _ ended: @escaping Ended) {
    guard let coordinator else { return ended(.failure(.missing)) }
    var described: DescribeGroupsResponse.Group?
    var committed: OffsetFetchResponse.Group?
    let round = Gathering(2, ended) {
      self.checked(described, committed, askedMs, ended)
    }
    let place = Destination.broker(coordinator.id)
    ask(.describeGroup(group), place, round.failed) { response in
      if case .describeGroups(let answer) = response { described = answer.groups.first }
      round.came()
    }
    ask(.committed(group), place, round.failed) { response in
      if case .offsetFetch(let answer) = response { committed = answer.groups.first }
      round.came()
    }
  }

  private func checked(
    _ described: DescribeGroupsResponse.Group?, _ committed: OffsetFetchResponse.Group?,
    _ askedMs: Int64, _ ended: @escaping Ended
  ) {
    guard let described, let coordinator else {
      return ended(.failure(.notNow(.describeGroups, .unknownServerError)))
    }
    let code = described.errorCode
    if code == .notCoordinator || code == .coordinatorNotAvailable { self.coordinator = nil }
    // Whoever is not the coordinator any more calls it dead, too.
    if code == .groupIdNotFound
      || code == .none && described.groupState == GroupState.dead.rawValue
    {
      return findOutWhyMissing(ended)
    }
    if let failure = WatchFailure(code, to: .describeGroups) { return ended(.failure(failure)) }
    if let failure = committed.flatMap({ WatchFailure($0.errorCode, to: .offsetFetch) }) {
      return ended(.failure(failure))
    }
    var book = TopicBook()
    book.take(committed?.topics ?? [])
    for topic in mentions.topics(of: described) { book.mention(topic) }
    let reading = GroupReading(
      askedMs: askedMs, nowMs: askedMs, group: described, coordinator: coordinator.id,
      coordinatorAddress: coordinator.address)
    askLeaders(reading, book, ended)
  }

  /// A group whose members speak another protocol is not found by DescribeGroups, and listed.
  private func findOutWhyMissing(_ ended: @escaping Ended) {
    guard let coordinator else { return ended(.failure(.missing)) }
    ask(.listGroups, .broker(coordinator.id), ended) { response in
      guard case .listGroups(let answer) = response,
        let found = answer.groups.first(where: { $0.groupId == self.group })
      else { return ended(.failure(.missing)) }
      let type = found.groupType.lowercased()
      ended(.failure(type.isEmpty || type == "classic" ? .missing : .notSpoken(type)))
    }
  }

  private func askLeaders(
    _ reading: GroupReading, _ book: TopicBook, _ ended: @escaping Ended
  ) {
    let names = book.names
    let isFresh = leadersMs.map { clock.nowMs - $0 < leadersAgeMs } ?? false
    if names.isEmpty || isFresh && leaders.knows(names) {
      return askLogEnds(reading, book, ended)
    }
    ask(.metadata(names), .any, ended) { response in
      if case .metadata(let answer) = response { self.leaders.take(answer) }
      self.leadersMs = self.clock.nowMs
      self.askLogEnds(reading, book, ended)
    }
  }

  private func askLogEnds(
    _ reading: GroupReading, _ book: TopicBook, _ ended: @escaping Ended
  ) {
    var book = book
    book.take(leaders)
    let questions = book.questions
    let round = Gathering(questions.count, ended) {
      var reading = reading
      reading.nowMs = self.clock.nowMs
      reading.topics = book.inOrder
      self.partitionCount = reading.topics.reduce(0) { $0 + $1.partitions.count }
      ended(.success(reading))
    }
    for question in questions {
      // A leader that does not answer takes its partitions' ends with it, not the whole reading.
      router.ask(.logEnds(question.topics), of: .broker(question.leader)) { result in
        if case .success(.listOffsets(let answer)) = result {
          if book.take(answer) { self.leadersMs = nil }
        } else {
          self.leadersMs = nil
        }
        round.came()
      }
    }
    round.startIfNone()
  }
}
