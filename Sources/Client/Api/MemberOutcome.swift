/// What a consumer wants done after an input.
public struct MemberOutcome: Hashable, Sendable {
  /// To be sent in this order.
  public var sends: [Outgoing]
  /// When to say `MemberInput.wake` next; nil = nothing is due.
  public var wakeAtMs: Int64?
  /// What has happened, in order.
  public var notes: [MemberNote]
  /// The timers that a picture follows, as they are now; here, so that nobody needs to read the
  /// whole machine after every input.
  public var dueTimes: DueTimes
  /// The application has worked off what poll() gave it, and calls it again only when it is told
  /// so (`Member.waitsAfterWork`).
  public var isWaiting: Bool

  public init(
    sends: [Outgoing] = [], wakeAtMs: Int64? = nil, notes: [MemberNote] = [],
    dueTimes: DueTimes = DueTimes(), isWaiting: Bool = false
  ) {
    self.sends = sends
    self.wakeAtMs = wakeAtMs
    self.notes = notes
    self.dueTimes = dueTimes
    self.isWaiting = isWaiting
  }
}
