import KafkaModel

/// The history that the score is drawn from: change points, each valid until the next.
///
/// Read it up to the picture's time: after a step back it knows the future already.
public struct Timeline: Sendable {
  /// A state of the group from `fromMs` on.
  public struct Phase: Hashable, Sendable {
    public var fromMs: Int64
    public var state: GroupState
    public var generation: Generation
    public var cause: RebalanceCause?
    var order: Int32 = 0
  }

  /// What a member's lane shows from `fromMs` on.
  public struct LaneSpan: Hashable, Sendable {
    public enum Style: Hashable, Sendable { case reads, waits, gone, unknown }
    public var fromMs: Int64
    public var style: Style
    var order: Int32 = 0
  }

  /// A moment on a member's lane.
  public struct LaneMark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable, CaseIterable {
      case joinSent, syncSent, died, removed, leaveSent, pollMissed
    }
    public var atMs: Int64
    public var kind: Kind
    var order: Int32 = 0
  }

  /// What a partition's ribbon shows from `fromMs` on.
  public struct RibbonSpan: Hashable, Sendable {
    public var fromMs: Int64
    public var status: PartitionStatus
    /// The reader, or the owner that does not read.
    public var slot: MemberSlot?
    var order: Int32 = 0
  }

  public internal(set) var phases: [Phase] = []
  /// By slot.
  public internal(set) var lanes: [[LaneSpan]] = []
  public internal(set) var marks: [[LaneMark]] = []
  /// By the partition's place in the picture.
  public internal(set) var ribbons: [[RibbonSpan]] = []
  /// Rebalances that are over, oldest first.
  public internal(set) var rebalances: [RebalanceAccount] = []
  /// False while the past is played again: what happened is known already.
  public var isRecording = true
  /// Counts entries, so that those of one moment can be told apart.
  public private(set) var order: Int32 = 0

  /// How much was written down so far: spans, marks, and partitions of rebalances that are over.
  public private(set) var weight = 0

  public init() {}

  /// Forgets all after `timeMs`: a fork has another future.
  public mutating func truncate(afterMs timeMs: Int64) {
    phases.removeAll { $0.fromMs > timeMs }
    for i in lanes.indices { lanes[i].removeAll { $0.fromMs > timeMs } }
    for i in marks.indices { marks[i].removeAll { $0.atMs > timeMs } }
    for i in ribbons.indices { ribbons[i].removeAll { $0.fromMs > timeMs } }
    rebalances.removeAll { ($0.endedMs ?? 0) > timeMs }
  }

  /// The same without what came later than `order`, though maybe in the same moment.
  public func seen(upTo order: Int32) -> Timeline {
    var past = self
    Self.cut(&past.phases, order) { $0.order }
    for i in lanes.indices { Self.cut(&past.lanes[i], order) { $0.order } }
    for i in marks.indices { Self.cut(&past.marks[i], order) { $0.order } }
    for i in ribbons.indices { Self.cut(&past.ribbons[i], order) { $0.order } }
    return past
  }

  /// Entries stand in their order.
  private static func cut<Entry>(
    _ entries: inout [Entry], _ order: Int32, _ orderOf: (Entry) -> Int32
  ) {
    let later = entries.reversed().prefix { orderOf($0) > order }.count
    if later > 0 { entries.removeLast(later) }
  }

  /// Forgets what ended before `timeMs` (a live history is bounded).
  public mutating func forget(beforeMs timeMs: Int64) {
    Self.drop(&phases, timeMs) { $0.fromMs }
    for i in lanes.indices { Self.drop(&lanes[i], timeMs) { $0.fromMs } }
    for i in marks.indices { marks[i].removeAll { $0.atMs < timeMs } }
    for i in ribbons.indices { Self.drop(&ribbons[i], timeMs) { $0.fromMs } }
    rebalances.removeAll { ($0.endedMs ?? timeMs) < timeMs }
  }

  /// Keeps the last span that began up to `timeMs`: it holds then.
  private static func drop<Span>(
    _ spans: inout [Span], _ timeMs: Int64, _ from: (Span) -> Int64
  ) {
    let old = spans.prefix { from($0) <= timeMs }.count
    if old > 1 { spans.removeFirst(old - 1) }
  }
}

extension Timeline {
  private mutating func next() -> Int32 {
    order += 1
    return order
  }

  mutating func phase(_ phase: Phase) {
    guard isRecording else { return }
    var phase = phase
    phase.order = next()
    phases.append(phase)
    weight += 1
  }

  mutating func lane(_ slot: MemberSlot, _ span: LaneSpan) {
    guard isRecording else { return }
    while lanes.count <= slot.index { lanes.append([]) }
    if lanes[slot.index].last?.style == span.style { return }
    var span = span
    span.order = next()
    lanes[slot.index].append(span)
    weight += 1
  }

  mutating func mark(_ slot: MemberSlot, _ kind: LaneMark.Kind, _ timeMs: Int64) {
    guard isRecording else { return }
    while marks.count <= slot.index { marks.append([]) }
    marks[slot.index].append(LaneMark(atMs: timeMs, kind: kind, order: next()))
    weight += 1
  }

  mutating func ribbon(_ place: Int, _ span: RibbonSpan) {
    guard isRecording else { return }
    while ribbons.count <= place { ribbons.append([]) }
    if let last = ribbons[place].last, last.status == span.status, last.slot == span.slot {
      return
    }
    var span = span
    // A stop may be noticed late, but not before what is known of the partition.
    if let last = ribbons[place].last { span.fromMs = max(span.fromMs, last.fromMs) }
    span.order = next()
    ribbons[place].append(span)
    weight += 1
  }

  /// The last rebalance, as it is known better now.
  mutating func correct(_ account: RebalanceAccount) {
    guard isRecording, !rebalances.isEmpty else { return }
    rebalances[rebalances.count - 1] = account
  }

  mutating func rebalance(_ account: RebalanceAccount) {
    guard isRecording else { return }
    rebalances.append(account)
    weight += 1 + account.before.count + account.causes.count
  }
}
