/// What a producer wants done after an input.
public struct ProducerOutcome: Hashable, Sendable {
  /// To be sent in this order.
  public var sends: [Outgoing]
  /// When to say `ProducerInput.wake` next; nil = nothing is due.
  public var wakeAtMs: Int64?
  /// What has happened, in order.
  public var notes: [ProducerNote]

  public init(sends: [Outgoing] = [], wakeAtMs: Int64? = nil, notes: [ProducerNote] = []) {
    self.sends = sends
    self.wakeAtMs = wakeAtMs
    self.notes = notes
  }
}
