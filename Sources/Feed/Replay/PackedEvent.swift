import KafkaModel

/// What comes often, in 24 bytes: a recording of ten minutes has hundreds of thousands of them.
struct PackedEvent {
  enum Kind: UInt8 {
    /// Not packed: `value` is the place in the list of whole events.
    case whole
    case position, committed, logEnd, readingStarted, heartbeat
    case session, heartbeatDue, poll, autoCommit
    case requestSent, responseReceived
  }

  var timeMs: Int64
  var value: Int64 = 0
  var place: Int32 = 0
  /// The member; of a log end, the place in the list of rates.
  var number: UInt16 = 0
  var kind: Kind
  var isInferred = false
}
