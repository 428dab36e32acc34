/// What the network does to messages besides taking its time; drawn anew for each message.
public struct NetworkFaults: Hashable, Sendable {
  /// Of 1,000 messages, how many are lost with their connection.
  public var lossPerMille: Int64 = 0
  /// Of 1,000 messages, how many take `delayMs` longer.
  public var delayPerMille: Int64 = 0
  public var delayMs: Int64 = 0

  public init() {}
}
