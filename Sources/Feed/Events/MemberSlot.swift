import KafkaModel

/// A consumer on the screen: outlives restarts, so a member id may change while the slot stays.
///
/// Slots are numbered by first sight and never reused in a session; the letter follows from it.
public struct MemberSlot: Hashable, Comparable, Sendable {
  public var index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Who sits in a slot.
public struct MemberIdentity: Hashable, Sendable {
  /// The scenario's ASCII name; for a live member `client.id`.
  public var name: String
  public var clientId: ClientId
  public var host: String
  public var instanceId: InstanceId?
  /// True where we run the process and keys can act on it.
  public var isOurs: Bool

  /// Stands for the member where the coordinator has not given it an id yet.
  public var idBeforeTheFirst: MemberId { MemberId(name) }

  public init(
    name: String, clientId: ClientId, host: String = "", instanceId: InstanceId? = nil,
    isOurs: Bool = true
  ) {
    self.name = name
    self.clientId = clientId
    self.host = host
    self.instanceId = instanceId
    self.isOurs = isOurs
  }
}
