/// What a consumer wants done after an input.
public struct MemberOutcome: Hashable, Sendable {
  /// To be sent in this order.
  public var sends: [Outgoing]
  /// When to say `MemberInput.wake` next; nil = nothing is due.
  public var wakeAtMs: Int64?
  /// What has happened, in order.
  public var notes: [MemberNote]

  public init(sends: [Outgoing] = [], wakeAtMs: Int64? = nil, notes: [MemberNote] = []) {
    self.sends = sends
    self.wakeAtMs = wakeAtMs
    self.notes = notes
  }
}
