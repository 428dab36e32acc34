import KafkaModel

/// A producer on the screen, numbered by first sight; outlives restarts.
public struct ProducerSlot: Hashable, Comparable, Sendable {
  public var index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Who sits in a producer's slot.
public struct ProducerIdentity: Hashable, Sendable {
  public var name: String
  /// nil: without transactions.
  public var transactionalId: TransactionalId?
  /// What it writes to.
  public var topic: TopicName
  /// The member whose application it belongs to (consume–transform–produce); nil = it has no
  /// consumer, and is a process of its own.
  public var member: MemberSlot?

  public init(
    name: String, transactionalId: TransactionalId?, topic: TopicName, member: MemberSlot? = nil
  ) {
    self.name = name
    self.transactionalId = transactionalId
    self.topic = topic
    self.member = member
  }
}
