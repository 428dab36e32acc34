import KafkaModel

/// A message between a member and a broker about the group, as names and values: what the messages
/// pane shows of it. Simulated and real messages are described by the same code.
public struct GroupMessage: Hashable, Sendable {
  public enum Way: String, Hashable, Sendable, CaseIterable {
    case request, response
  }

  public var api: ApiKey
  public var way: Way
  /// The answer's; `.none` in a request.
  public var error: ErrorCode
  /// In the order of Kafka's schema; what repeats stands once for each.
  public var fields: [Field]

  public init(api: ApiKey, way: Way, error: ErrorCode = .none, fields: [Field] = []) {
    self.api = api
    self.way = way
    self.error = error
    self.fields = fields
  }

  /// One field, by the name it has in Kafka's protocol guide.
  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int64)
    /// Out of the bytes of an assignment or a subscription, or a request's own.
    case partitions([TopicPartition])
    /// Committed offsets; `Offset.none` where there is none.
    case offsets([PartitionMark])
  }

  /// A partition and the next offset to read.
  public struct PartitionMark: Hashable, Sendable {
    public var partition: TopicPartition
    public var offset: Offset

    public init(_ partition: TopicPartition, _ offset: Offset) {
      self.partition = partition
      self.offset = offset
    }
  }
}

extension GroupMessage {
  /// It comes all the time while all is well: what a pane folds into one row.
  public var isRoutine: Bool {
    (api == .heartbeat || api == .offsetCommit) && error == .none
  }

  /// Loops say it for each transaction.
  public var isOfTransaction: Bool {
    switch api {
    case .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit, .endTxn: true
    default: false
    }
  }

  /// The first field of that name.
  public func text(_ name: String) -> String? {
    for field in fields where field.name == name {
      if case .text(let text) = field.value { return text }
    }
    return nil
  }

  public func number(_ name: String) -> Int64? {
    for field in fields where field.name == name {
      if case .number(let number) = field.value { return number }
    }
    return nil
  }

  public func partitions(_ name: String) -> [TopicPartition]? {
    for field in fields where field.name == name {
      if case .partitions(let list) = field.value { return list }
    }
    return nil
  }

  public func offsets(_ name: String) -> [PartitionMark]? {
    for field in fields where field.name == name {
      if case .offsets(let list) = field.value { return list }
    }
    return nil
  }

  /// How often the field is there.
  public func count(_ name: String) -> Int { fields.count { $0.name == name } }
}
