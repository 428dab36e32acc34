import KafkaModel

/// What is wrong with a producer, as the screen prints it in its language.
public enum ProducerWord: String, Hashable, Sendable, CaseIterable {
  case dead, ended, fenced, failed, mustAbort
}

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

  /// What is wrong with it; nil while all is well.
  public var word: ProducerWord? {
    switch process {
    case .dead: return .dead
    case .ended: return .ended
    case .running: break
    }
    if fenced != nil { return .fenced }
    return failure.map { $0.isFatal ? .failed : .mustAbort }
  }

  public var isRunning: Bool { process == .running }
  /// A process of its own, which keys can act on.
  public var isAlone: Bool { identity.member == nil }
}
