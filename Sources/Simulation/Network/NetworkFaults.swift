import Client

/// What the network does to messages besides taking its time; drawn anew for each message.
public struct NetworkFaults: Hashable, Sendable {
  /// Of 1,000 messages, how many are lost with their connection.
  public var lossPerMille: Int64 = 0
  /// Of 1,000 messages, how many take `delayMs` longer.
  public var delayPerMille: Int64 = 0
  public var delayMs: Int64 = 0
  /// How much longer each message takes on a connection of that lane, each way: what is sent on
  /// another one overtakes it.
  private var laneDelaysMs: [Int64] = [0, 0, 0]

  public init() {}

  subscript(lane: Lane) -> Int64 {
    get { laneDelaysMs[Int(lane.number)] }
    set { laneDelaysMs[Int(lane.number)] = newValue }
  }
}
