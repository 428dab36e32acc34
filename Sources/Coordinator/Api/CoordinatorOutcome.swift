import KafkaModel

/// What came of one input to a coordinator, each list in the order in which it came about.
public struct CoordinatorOutcome: Sendable {
  public var replies: [Reply] = []
  public var appends: [Append] = []
  public var timers: [TimerChange] = []
  public var happenings: [Happening] = []

  public init() {}
}

extension CoordinatorOutcome {
  /// An answer and the request it belongs to.
  public struct Reply: Hashable, Sendable {
    public var token: RequestToken
    public var response: Response

    public init(token: RequestToken, response: Response) {
      self.token = token
      self.response = response
    }
  }
}

/// Names a write until it is confirmed.
public struct AppendId: Hashable, Comparable, Sendable {
  public var value: Int64
  public init(_ value: Int64) { self.value = value }
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// Records to be written to `__consumer_offsets` as one batch.
///
/// The coordinator goes on when it hears `appendConfirmed`; confirm in the order of ids.
public struct Append: Hashable, Sendable {
  public var id: AppendId
  /// nil for a transaction's marker, which speaks of a producer.
  public var groupId: GroupId?
  public var records: [CoordinatorRecord]

  public init(id: AppendId, groupId: GroupId?, records: [CoordinatorRecord]) {
    self.id = id
    self.groupId = groupId
    self.records = records
  }
}
