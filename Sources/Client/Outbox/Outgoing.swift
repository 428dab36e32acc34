import KafkaModel

/// One request on its way out.
public struct Outgoing: Hashable, Sendable {
  /// The number that the answer carries; each request of one client has its own.
  public var correlationId: Int32
  public var destination: Destination
  public var lane: Lane
  public var request: Request

  public init(correlationId: Int32, destination: Destination, lane: Lane, request: Request) {
    self.correlationId = correlationId
    self.destination = destination
    self.lane = lane
    self.request = request
  }
}

/// Where a request goes; the host finds the address.
public enum Destination: Hashable, Sendable {
  /// Any broker that can be reached (`leastLoadedNode`).
  case any
  case broker(BrokerId)
}

/// Which of its connections to a broker the client uses. A broker answers a connection's
/// requests in order, so a parked JoinGroup must not hold up a Fetch to the same broker.
public enum Lane: Hashable, Sendable, CaseIterable {
  /// FindCoordinator and Metadata.
  case metadata
  /// All that is for the coordinators of groups and transactions.
  case coordinator
  /// Fetch, ListOffsets and Produce, to partition leaders.
  case fetch
}
