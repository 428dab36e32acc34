import KafkaModel

/// The one way out: every request passes here, so that requests can be looked at, held back or
/// thrown away in one place.
struct Outbox: Hashable, Sendable {
  private(set) var waiting: [Outgoing] = []
  private var nextCorrelationId: Int32 = 0

  /// Puts a request in line and says which number its answer will carry.
  mutating func post(_ request: Request, to destination: Destination, lane: Lane) -> Int32 {
    let correlationId = nextCorrelationId
    nextCorrelationId &+= 1
    waiting.append(
      Outgoing(
        correlationId: correlationId, destination: destination, lane: lane, request: request))
    return correlationId
  }

  /// Takes out what `allows` lets through, in order; the rest waits for a later call.
  mutating func take(where allows: (Outgoing) -> Bool) -> [Outgoing] {
    var sends: [Outgoing] = []
    var held: [Outgoing] = []
    for send in waiting {
      if allows(send) { sends.append(send) } else { held.append(send) }
    }
    waiting = held
    return sends
  }

  /// Takes out everything.
  mutating func takeAll() -> [Outgoing] {
    let sends = waiting
    waiting = []
    return sends
  }
}
