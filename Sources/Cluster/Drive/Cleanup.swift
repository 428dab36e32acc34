import Client
import KafkaModel
import NIOCore

/// Deletes at the end what a drive has made, and says what stays behind.
final class Cleanup {
  private let router: Router
  private let loop: any EventLoop
  private let provisioned: Provisioned
  private let done: ([String]) -> Void
  private var left: [String] = []

  private static let patienceMs: Int64 = 3_000

  init(
    router: Router, provisioned: Provisioned, loop: any EventLoop,
    done: @escaping ([String]) -> Void
  ) {
    self.router = router
    self.provisioned = provisioned
    self.loop = loop
    self.done = done
  }

  /// `ghosts`: ids of killed members, which would keep the group from being empty.
  func start(ghosts: [MemberId]) {
    guard provisioned.groupIsOurs else { return deleteTopics() }
    let find = FindCoordinatorRequest(coordinatorKeys: [provisioned.groupId.text])
    ask(.findCoordinator(find), .any) { result in
      guard case .success(.findCoordinator(let answer)) = result,
        let found = answer.coordinators.first, found.errorCode == .none
      else { return self.groupStays(result, .coordinatorNotAvailable) }
      self.bury(ghosts, found.nodeId)
    }
  }

  private func ask(
    _ request: Request, _ destination: Destination,
    _ answered: @escaping (Result<Response, BrokerFailure>) -> Void
  ) {
    router.send(
      request, to: destination, lane: .metadata, timeoutMs: Self.patienceMs, answered)
  }

  /// LeaveGroup in a dead member's name, as an administrator would send it.
  private func bury(_ ghosts: [MemberId], _ coordinator: BrokerId) {
    guard let ghost = ghosts.first else { return deleteGroup(coordinator, tries: 0) }
    let request = LeaveGroupRequest(
      groupId: provisioned.groupId, members: [.init(memberId: ghost)])
    ask(.leaveGroup(request), .broker(coordinator)) { _ in
      self.bury(Array(ghosts.dropFirst()), coordinator)
    }
  }

  private func deleteGroup(_ coordinator: BrokerId, tries: Int) {
    let request = DeleteGroupsRequest(groupsNames: [provisioned.groupId])
    ask(.deleteGroups(request), .broker(coordinator)) { result in
      guard case .success(.deleteGroups(let answer)) = result,
        let verdict = answer.results.first
      else { return self.groupStays(result, .unknownServerError) }
      switch verdict.errorCode {
      case .none, .groupIdNotFound: self.deleteTopics()
      case .nonEmptyGroup where tries < 4:
        self.loop.assumeIsolated().scheduleTask(in: .milliseconds(250)) {
          self.deleteGroup(coordinator, tries: tries + 1)
        }
      default: self.groupStays(result, verdict.errorCode)
      }
    }
  }

  private func groupStays(_ result: Result<Response, BrokerFailure>, _ error: ErrorCode) {
    left.append("group \(provisioned.groupId) stays behind: \(Self.why(result, error))")
    deleteTopics()
  }

  private func deleteTopics() {
    if provisioned.ownTopics.isEmpty { return done(left) }
    let request = DeleteTopicsRequest(topicNames: provisioned.ownTopics, timeoutMs: 2_000)
    ask(.deleteTopics(request), .any) { result in
      for name in self.provisioned.ownTopics {
        guard case .success(.deleteTopics(let answer)) = result,
          let verdict = answer.responses.first(where: { $0.name == name })
        else {
          self.left.append("topic \(name) stays behind: \(Self.why(result, .unknownServerError))")
          continue
        }
        let isGone = [.none, .unknownTopicOrPartition].contains(verdict.errorCode)
        if !isGone { self.left.append("topic \(name) stays behind: \(verdict.errorCode)") }
      }
      self.done(self.left)
    }
  }

  private static func why(
    _ result: Result<Response, BrokerFailure>, _ error: ErrorCode
  ) -> String {
    if case .failure(let failure) = result { return failure.detail }
    return error.description
  }
}
