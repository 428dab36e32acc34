import Client
import KafkaModel
import NIOCore

/// Deletes at the end what a drive has made, and says what stays behind.
final class Cleanup {
  /// Whom LeaveGroup names: a dead member's id, or the instance id of a static one.
  typealias Ghost = LeaveGroupRequest.Member

  private let router: Router
  private let loop: any EventLoop
  private let provisioned: Provisioned
  private let done: ([String]) -> Void
  private var left: [String] = []

  private static let patienceMs: Int64 = 3_000
  /// Something passes by itself, or does not: a member that still leaves, a coordinator that moves.
  private static let pauseMs: Int64 = 250
  static let mostTries = 8
  static let passing: [ErrorCode] = [
    .coordinatorNotAvailable, .notCoordinator, .coordinatorLoadInProgress, .requestTimedOut,
    .notController,
  ]

  init(
    router: Router, provisioned: Provisioned, loop: any EventLoop,
    done: @escaping ([String]) -> Void
  ) {
    self.router = router
    self.provisioned = provisioned
    self.loop = loop
    self.done = done
  }

  /// `ghosts`: members that have said no goodbye: they would keep the group from being empty, and
  /// others from their partitions. `producers`: those that may have left a transaction open.
  func start(ghosts: [Ghost], producers: [TransactionalId] = []) {
    fence(producers) { self.leave(ghosts) }
  }

  private func leave(_ ghosts: [Ghost]) {
    if !provisioned.groupIsOurs, ghosts.isEmpty { return deleteTopics() }
    findCoordinator(ghosts, tries: 0)
  }

  private func findCoordinator(_ ghosts: [Ghost], tries: Int) {
    let find = FindCoordinatorRequest(coordinatorKeys: [provisioned.groupId.text])
    ask(.findCoordinator(find), .any) { result in
      guard case .success(.findCoordinator(let answer)) = result,
        let found = answer.coordinators.first
      else { return self.groupStays(result, .unknownServerError) }
      if found.errorCode == .none { return self.bury(ghosts, found.nodeId, tries: tries) }
      self.again(found.errorCode, result, ghosts, tries: tries)
    }
  }

  /// Starts over with the group where that may help.
  private func again(
    _ error: ErrorCode, _ result: Result<Response, BrokerFailure>, _ ghosts: [Ghost],
    tries: Int
  ) {
    guard Self.passing.contains(error), tries < Self.mostTries else {
      return groupStays(result, error)
    }
    afterPause { self.findCoordinator(ghosts, tries: tries + 1) }
  }

  func afterPause(_ step: @escaping () -> Void) {
    loop.assumeIsolated().scheduleTask(in: .milliseconds(Self.pauseMs)) { step() }
  }

  func ask(
    _ request: Request, _ destination: Destination,
    _ answered: @escaping (Result<Response, BrokerFailure>) -> Void
  ) {
    router.send(
      request, to: destination, lane: .metadata, timeoutMs: Self.patienceMs, answered)
  }

  /// LeaveGroup in a dead member's name, as an administrator would send it.
  private func bury(_ ghosts: [Ghost], _ coordinator: BrokerId, tries: Int) {
    guard let ghost = ghosts.first else { return deleteGroup(coordinator, tries: tries) }
    let request = LeaveGroupRequest(groupId: provisioned.groupId, members: [ghost])
    ask(.leaveGroup(request), .broker(coordinator)) { result in
      if case .success(.leaveGroup(let answer)) = result, Self.passing.contains(answer.errorCode) {
        return self.again(answer.errorCode, result, ghosts, tries: tries)
      }
      self.bury(Array(ghosts.dropFirst()), coordinator, tries: tries)
    }
  }

  private func deleteGroup(_ coordinator: BrokerId, tries: Int) {
    guard provisioned.groupIsOurs else { return deleteTopics() }
    let request = DeleteGroupsRequest(groupsNames: [provisioned.groupId])
    ask(.deleteGroups(request), .broker(coordinator)) { result in
      guard case .success(.deleteGroups(let answer)) = result,
        let verdict = answer.results.first
      else { return self.groupStays(result, .unknownServerError) }
      switch verdict.errorCode {
      case .none, .groupIdNotFound: self.deleteTopics()
      case .nonEmptyGroup where tries < Self.mostTries / 2:
        self.afterPause { self.deleteGroup(coordinator, tries: tries + 1) }
      default: self.again(verdict.errorCode, result, [], tries: tries)
      }
    }
  }

  private func groupStays(_ result: Result<Response, BrokerFailure>, _ error: ErrorCode) {
    let group = "group \(provisioned.groupId)"
    let stays =
      provisioned.groupIsOurs
      ? "\(group) stays behind" : "members stay in \(group) until their sessions end"
    left.append("\(stays): \(Self.why(result, error))")
    deleteTopics()
  }

  private func deleteTopics() {
    if provisioned.ownTopics.isEmpty { return done(left) }
    delete(provisioned.ownTopics, at: .any, tries: 0)
  }

  private func delete(_ names: [TopicName], at destination: Destination, tries: Int) {
    let request = DeleteTopicsRequest(topicNames: names, timeoutMs: 2_000)
    ask(.deleteTopics(request), destination) { result in
      var waiting: [TopicName] = []
      for name in names {
        guard case .success(.deleteTopics(let answer)) = result,
          let verdict = answer.responses.first(where: { $0.name == name })
        else {
          self.left.append("topic \(name) stays behind: \(Self.why(result, .unknownServerError))")
          continue
        }
        if [.none, .unknownTopicOrPartition].contains(verdict.errorCode) { continue }
        if Self.passing.contains(verdict.errorCode), tries < Self.mostTries {
          waiting.append(name)
        } else {
          self.left.append("topic \(name) stays behind: \(verdict.errorCode)")
        }
      }
      if waiting.isEmpty { return self.done(self.left) }
      self.afterPause { self.deleteAtController(waiting, tries: tries + 1) }
    }
  }

  /// A broker of before KRaft does not pass the request on to the controller.
  private func deleteAtController(_ names: [TopicName], tries: Int) {
    ask(.metadata(MetadataRequest(topics: names)), .any) { result in
      guard case .success(.metadata(let answer)) = result, answer.controllerId != .none else {
        return self.delete(names, at: .any, tries: tries)
      }
      self.delete(names, at: .broker(answer.controllerId), tries: tries)
    }
  }

  private static func why(
    _ result: Result<Response, BrokerFailure>, _ error: ErrorCode
  ) -> String {
    if case .failure(let failure) = result { return failure.detail }
    return error.description
  }
}
