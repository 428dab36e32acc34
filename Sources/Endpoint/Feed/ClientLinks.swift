import Feed
import KafkaModel

/// Whose connection is whose. A client speaks to the coordinator over one connection and fetches
/// over others; all it says of itself there is its client id.
struct ClientLinks {
  private struct Link {
    var slot: MemberSlot
    /// Concluded from what is fetched, not from a request that names the member.
    var isInferred: Bool
  }

  private var links: [ConnectionId: Link] = [:]
  /// `client.software.name` by connection (KIP-511).
  private var programs: [ConnectionId: String] = [:]

  subscript(connection: ConnectionId) -> MemberSlot? { links[connection]?.slot }

  func isInferred(_ connection: ConnectionId) -> Bool { links[connection]?.isInferred ?? false }

  func program(_ connection: ConnectionId) -> String { programs[connection] ?? "" }

  mutating func note(program: String, of connection: ConnectionId) {
    programs[connection] = program
  }

  /// A request that names the member has come over it.
  mutating func bind(_ connection: ConnectionId, to slot: MemberSlot) {
    links[connection] = Link(slot: slot, isInferred: false)
  }

  /// Concludes who fetches: of the clients of that name the only one that has all that is asked
  /// for. Others of that name may read without being members at all.
  mutating func conclude(
    _ connection: ConnectionId, among candidates: [MemberSlot], _ seats: ClientSeats,
    fetching partitions: [TopicPartition]
  ) -> MemberSlot? {
    if let slot = links[connection]?.slot { return slot }
    let owners = candidates.filter { slot in
      partitions.allSatisfy { seats[slot].owned.contains($0) }
    }
    guard owners.count == 1, !partitions.isEmpty else { return nil }
    links[connection] = Link(slot: owners[0], isInferred: true)
    return owners[0]
  }

  /// Whose it was.
  mutating func remove(_ connection: ConnectionId) -> MemberSlot? {
    programs[connection] = nil
    return links.removeValue(forKey: connection)?.slot
  }
}
