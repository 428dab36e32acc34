import Feed
import KafkaModel

/// All answers leave the broker through here; those of one kind can be held back.
struct Outbox {
  /// An answer that is ready.
  struct Letter {
    let call: Call
    let reply: Reply
    let finish: (Reply) -> Void
  }

  /// What is held, and of which group; nil lets all go.
  private(set) var held: (point: HoldPoint, group: GroupId)?
  /// In the order in which they became ready. A connection has one at most, so that there are never
  /// more than connections.
  private(set) var letters: [Letter] = []

  mutating func hold(_ point: HoldPoint, of group: GroupId) { held = (point, group) }

  /// Ends the hold; what has waited, in its order.
  mutating func letGo() -> [Letter] {
    held = nil
    defer { letters = [] }
    return letters
  }

  /// True where the letter stays here.
  mutating func keep(_ letter: Letter) -> Bool {
    guard let held, case .response(let response) = letter.reply, !response.onlyGivesAnId,
      letter.call.request.groupHeld(at: held.point) == held.group
    else { return false }
    letters.append(letter)
    return true
  }

  /// Who hangs up does not wait any more.
  mutating func forget(_ connection: ConnectionId) -> [Call] {
    let gone = letters.filter { $0.call.connection == connection }.map(\.call)
    letters.removeAll { $0.call.connection == connection }
    return gone
  }
}

extension Response {
  /// MEMBER_ID_REQUIRED (KIP-394): the JoinGroup that matters is the next one, and it would never
  /// come.
  fileprivate var onlyGivesAnId: Bool {
    guard case .joinGroup(let answer) = self else { return false }
    return answer.errorCode == .memberIdRequired
  }
}

extension Request {
  /// The group whose answers are held at that point; nil for any other request.
  fileprivate func groupHeld(at point: HoldPoint) -> GroupId? {
    switch (point, self) {
    case (.join, .joinGroup(let request)): request.groupId
    case (.sync, .syncGroup(let request)): request.groupId
    case (.heartbeat, .heartbeat(let request)): request.groupId
    default: nil
    }
  }
}
