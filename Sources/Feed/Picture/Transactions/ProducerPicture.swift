import KafkaModel

/// One producer as it is now.
public struct ProducerPicture: Hashable, Sendable {
  public enum Process: Hashable, Sendable { case running, dead, ended }

  /// What its application was told, and to which request.
  public struct Failure: Hashable, Sendable {
    public var api: ApiKey
    public var error: ErrorCode
    /// It can do nothing but close; else it aborts its transaction and goes on.
    public var isFatal: Bool
  }

  public let slot: ProducerSlot
  public internal(set) var identity: ProducerIdentity
  public internal(set) var process = Process.running
  public internal(set) var state = ProducerState.uninitialized
  /// Its id and epoch; nil before InitProducerId was answered.
  public internal(set) var producer: Producer?
  /// Why it must abort, or can only close.
  public internal(set) var failure: Failure?
  /// Another one has its place, or its transaction took too long: brokers refuse what it sends.
  public internal(set) var fenced: FencingReason?

  init(slot: ProducerSlot, identity: ProducerIdentity) {
    self.slot = slot
    self.identity = identity
  }

  public var isRunning: Bool { process == .running }
  /// A process of its own, which keys can act on.
  public var isAlone: Bool { identity.member == nil }
}
