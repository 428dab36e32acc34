import Client
import Feed
import KafkaModel

/// Which request of which process: what brings an answer back.
struct Address: Hashable, Sendable {
  var party: Party
  /// Counts the processes that have run in the slot.
  var process: Int32
  var correlationId: Int32
  var lane: Lane

  var token: Int64 {
    Int64(party.number) << 48 | Int64(process & 0xFFF) << 36 | lane.number << 32
      | Int64(UInt32(bitPattern: correlationId))
  }

  init(party: Party, process: Int32, correlationId: Int32, lane: Lane) {
    self.party = party
    self.process = process
    self.correlationId = correlationId
    self.lane = lane
  }

  init(token: Int64) {
    party = Party(number: Int(token >> 48))
    process = Int32((token >> 36) & 0xFFF)
    lane = Lane.allCases[Int((token >> 32) & 0xF)]
    correlationId = Int32(bitPattern: UInt32(truncatingIfNeeded: token))
  }
}

/// A message on its way.
public struct Envelope<Body: Sendable>: Sendable {
  var address: Address
  /// The broker that a request goes to; `.none` = whichever can be reached.
  var broker = BrokerId.none
  public var body: Body
}

extension Lane {
  /// Its place in lists by lane.
  var number: Int64 {
    switch self {
    case .metadata: 0
    case .coordinator: 1
    case .fetch: 2
    }
  }
}
