/// What comes often, in 16 bytes: a recording of ten minutes has more than a million of them.
struct PackedEvent {
  enum Kind: UInt8 {
    /// Not packed: `value` is the place in the list of whole events.
    case whole
    case position, committed, logEnd, readingStarted, heartbeat
    case session, heartbeatDue, poll, autoCommit
    case requestSent, responseReceived
  }

  var value: Int64
  /// The partition's place, and the member; of a log end the place in the list of rates.
  private var who: UInt32
  /// Milliseconds since its page began, kind, and how it is known.
  private var what: UInt32

  private static let numberBits = 14
  private static let kindBits = 4
  /// More milliseconds than that do not fit: it then says no more than "at least so many".
  static let mostMs: Int64 = 1 << 27 - 1

  init(_ kind: Kind, value: Int64 = 0, place: Int = 0, number: Int = 0) {
    self.value = value
    who = UInt32(place) << Self.numberBits | UInt32(number)
    what = UInt32(kind.rawValue)
  }

  /// Whether they have room here; others stay whole.
  static func holds(place: Int, number: Int) -> Bool {
    place < 1 << (32 - numberBits) && number < 1 << numberBits
  }

  mutating func stamp(ms: Int64, isInferred: Bool) {
    let time = UInt32(min(ms, Self.mostMs))
    what = time << 5 | (isInferred ? 16 : 0) | UInt32(kind.rawValue)
  }

  var ms: Int64 { Int64(what >> 5) }
  var isInferred: Bool { what & 16 != 0 }
  var place: Int { Int(who >> Self.numberBits) }
  var number: Int { Int(who & (1 << Self.numberBits - 1)) }
  var kind: Kind {
    guard let kind = Kind(rawValue: UInt8(what & 15)) else {
      preconditionFailure("it was packed from one")
    }
    return kind
  }
}
