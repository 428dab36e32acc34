import KafkaModel

/// How a group chooses its assignor (`ClassicGroup.selectProtocol`).
enum ProtocolVote {
  /// Every member votes for the first name of its own list that all support; most votes win,
  /// a tie goes to the first name in Java's hash order.
  ///
  /// - Returns: nil if there is nothing that all support.
  static func winner(_ members: [ClassicMember], candidates: [String]) -> String? {
    var votes: [(name: String, count: Int)] = []
    for member in members {
      guard let name = member.vote(among: candidates) else { continue }
      if let at = votes.firstIndex(where: { $0.name == name }) {
        votes[at].count += 1
      } else {
        votes.append((name, 1))
      }
    }
    let ordered = JavaOrder.ordered(votes) { JavaOrder.hashCode($0.name) }
    let most = ordered.map(\.count).max()
    return ordered.first { $0.count == most }?.name
  }
}
