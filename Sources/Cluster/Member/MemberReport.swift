import Client
import Feed
import KafkaModel

/// Turns what a member notes, sends and hears into events of the feed.
///
/// What a member knows of the coordinator only from an answer is marked inferred.
struct MemberReport {
  let slot: MemberSlot

  init(slot: MemberSlot) { self.slot = slot }

  func events(of note: MemberNote) -> [FeedEvent] {
    switch note {
    case .memberIdGiven(let id): [.memberId(slot, id)]
    case .joined(let generation, let isLeader):
      [.groupState(.completingRebalance, generation, nil)] + (isLeader ? [.leader(slot)] : [])
    case .subscribed(let topics): [.subscribed(slot, topics)]
    case .doing(let doing): [.doing(slot, doing)]
    case .revoked(let list): [.revoked(slot, list)]
    case .assigned(let list, let generation): [.assigned(slot, list, generation)]
    case .lost(let list): [.lost(slot, list)]
    case .readingStarted(let partition, let offset): [.readingStarted(slot, partition, offset)]
    case .readingStopped(let partition): [.readingStopped(slot, partition)]
    case .processed, .passedOver: []
    case .committed(let list): list.map { .committed($0.partition, $0.offset) }
    case .commitRefused(let error): [.responseReceived(slot, .offsetCommit, error)]
    case .pollMissed: [.pollMissed(slot)]
    // The answer that said so was told when it came.
    case .sessionExpired, .evicted, .planned, .closed: []
    case .failed(let error, let api): [.failed(slot, api, error)]
    }
  }

  /// Fetches and metadata are too many to tell.
  func events(sending request: Request) -> [FeedEvent] {
    facts(sending: request) + (GroupMessage(request).map { [.message(slot, $0)] } ?? [])
  }

  private func facts(sending request: Request) -> [FeedEvent] {
    switch request {
    case .joinGroup: [.requestSent(slot, .joinGroup), .joined(slot)]
    case .syncGroup(let sync): [.requestSent(slot, .syncGroup)] + plan(in: sync)
    case .heartbeat, .leaveGroup, .offsetCommit, .findCoordinator:
      [.requestSent(slot, request.apiKey)]
    default: []
    }
  }

  func events(hearing response: Response) -> [FeedEvent] {
    facts(hearing: response) + (GroupMessage(response).map { [.message(slot, $0)] } ?? [])
  }

  private func facts(hearing response: Response) -> [FeedEvent] {
    guard let error = Self.error(of: response) else { return [] }
    var events: [FeedEvent] = [.responseReceived(slot, response.apiKey, error)]
    if response.apiKey == .heartbeat, error == .none || error == .rebalanceInProgress {
      events.append(.heartbeat(slot))
    }
    return events
  }

  /// The leader's SyncGroup carries the plan for everybody.
  private func plan(in sync: SyncGroupRequest) -> [FeedEvent] {
    if sync.assignments.isEmpty { return [] }
    let shares = sync.assignments.map { entry in
      let assignment = try? ConsumerAssignment(bytes: entry.assignment)
      return PlannedShare(
        slot: nil, memberId: entry.memberId, partitions: assignment?.partitions ?? [])
    }
    return [.plan(sync.generationId, shares)]
  }

  private static func error(of response: Response) -> ErrorCode? {
    switch response {
    case .joinGroup(let answer): answer.errorCode
    case .syncGroup(let answer): answer.errorCode
    case .heartbeat(let answer): answer.errorCode
    case .leaveGroup(let answer):
      answer.errorCode == .none ? answer.members.first?.errorCode ?? .none : answer.errorCode
    case .findCoordinator(let answer): answer.coordinators.first?.errorCode
    default: nil
    }
  }
}

extension FeedEvent {
  /// Whether a member can only conclude this: it happened at the coordinator.
  var isConclusion: Bool {
    switch self {
    case .groupState, .joined, .heartbeat, .plan: true
    default: false
    }
  }
}
