import Coordinator
import KafkaModel

/// A request that has no answer yet.
struct OpenRequest: Sendable {
  let token: RequestToken
  let request: Request
  /// What it must be answered at once, as far as that is known.
  let expected: ErrorCode?
  /// The write that it waits for.
  var append: AppendId?
  /// Who waits with it in the group.
  var memberId: MemberId?

  var api: ApiKey { request.apiKey }

  /// It waits in the group, not for a write of its own.
  var parks: Bool { api == .joinGroup || api == .syncGroup }
}

extension RequestStorm {
  /// One answer has come.
  mutating func close(_ reply: CoordinatorOutcome.Reply) {
    guard let place = open.firstIndex(where: { $0.token == reply.token }) else {
      return report(.oneAnswer, "\(reply.response.apiKey) has two, or nobody asked")
    }
    let asked = open.remove(at: place)
    guard reply.response.apiKey == asked.api else {
      return report(.lawfulAnswer, "\(asked.api) is answered as \(reply.response.apiKey)")
    }
    let possible = PossibleAnswers.errors(of: asked.api)
    if let alien = reply.response.errors.first(where: { !possible.contains($0) }) {
      report(.lawfulAnswer, "\(asked.api) is answered \(alien)")
    }
    if let expected = asked.expected, let told = reply.response.errors.first, told != expected,
      asked.memberId == nil, asked.append == nil
    {
      let errors = reply.response.errors
      report(.lawfulAnswer, "\(asked.api) is answered \(errors), not \(expected)")
    }
    checkOffsets(asked.request, reply.response)
  }

  /// Whoever has no answer waits where one will come from: in its group, or for its write. A
  /// member's second JoinGroup or SyncGroup takes the place of its first, which goes without, as
  /// in Kafka.
  mutating func checkWaiting(replacedBy request: Request? = nil) {
    var parked: [(token: RequestToken, memberId: MemberId)] = []
    for id in coordinator.groupIds {
      guard let group = coordinator.group(id) else { continue }
      checkOrder(group)
      for member in group.allMembers {
        if let token = member.parkedJoin { parked.append((token, member.memberId)) }
        if let token = member.parkedSync { parked.append((token, member.memberId)) }
      }
    }
    let newcomer = request?.waitingMember
    open.removeAll { asked in
      asked.api == request?.apiKey && asked.memberId != nil && asked.memberId == newcomer
        && !parked.contains { $0.token == asked.token }
    }
    for (place, asked) in open.enumerated() {
      if let waiting = parked.first(where: { $0.token == asked.token }) {
        open[place].memberId = waiting.memberId
      } else if asked.parks || asked.append == nil {
        report(.oneAnswer, "\(asked.api) has none, and does not wait")
      }
    }
  }

  private mutating func checkOrder(_ group: ClassicGroup) {
    let waits = group.joinDueMs ?? group.initialDelayDueMs
    let members = group.allMembers
    let leader = plant == .staleLeader ? group.leader.map { _ in "gone" } : group.leader
    if (group.state == .preparingRebalance) != (waits != nil)
      || group.state == .empty && !members.isEmpty
      || members.isEmpty != (group.leader == nil)
      || leader.map({ group.member($0) == nil }) ?? false
      || group.state == .completingRebalance && group.protocolName == nil
    {
      report(.groupInOrder, "\(group.state) with \(members.count) members")
    }
  }

  /// What the planted bug makes of answers.
  func bend(_ replies: [CoordinatorOutcome.Reply]) -> [CoordinatorOutcome.Reply] {
    guard let plant, let first = replies.first else { return replies }
    switch (plant, first.response) {
    case (.answersTwice, .joinGroup): return replies + [first]
    case (.wrongError, .heartbeat):
      let answer = HeartbeatResponse(errorCode: .memberIdRequired)
      return [.init(token: first.token, response: .heartbeat(answer))]
    case (.neverUnstable, .offsetFetch(var answer)):
      for at in answer.groups.indices { answer.groups[at].calm() }
      return [.init(token: first.token, response: .offsetFetch(answer))]
    case (.losesAnswers, .syncGroup(let answer)) where answer.errorCode == .none:
      return Array(replies.dropFirst())
    default: return replies
    }
  }
}

extension Request {
  /// Whose place in the group it may take; nil for what waits for no other member.
  fileprivate var waitingMember: MemberId? {
    switch self {
    case .joinGroup(let request): request.memberId
    case .syncGroup(let request): request.memberId
    default: nil
    }
  }
}
