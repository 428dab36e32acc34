import KafkaModel
import KafkaWire

/// A kind of bytes that come from elsewhere, and what the program does with them.
///
/// `make fuzz` feeds them to `examine` until one traps; the tests, what once did.
enum Family: String, CaseIterable {
  /// Frames that a broker receives.
  case requests
  /// Frames that a client receives; before them API key and version, a byte each.
  case responses
  /// What a Fetch answer carries; before it the offset asked for, in two bytes.
  case batches
  /// What a leader reads of one member.
  case subscriptions
  /// What a member reads of its leader's plan.
  case assignments
  /// The subscriptions of a group, each after its length in two bytes, given to all assignors.
  case groups
  /// A stream cut at any place: the length of the first part in two bytes, then all of it.
  case frames
  /// A record of a coordinator's log or a marker: the length of its key in two bytes, its key, its
  /// value, which is null where nothing is left.
  case records

  /// Reads the bytes in every way there is. What is read must be no larger than they are, and must
  /// be the same after it was written and read again.
  func examine(_ bytes: [UInt8]) {
    switch self {
    case .requests: WireFamilies.request(bytes)
    case .responses: WireFamilies.response(bytes)
    case .batches: WireFamilies.batches(bytes)
    case .frames: WireFamilies.frames(bytes)
    case .subscriptions: ModelFamilies.subscription(bytes)
    case .assignments: ModelFamilies.assignment(bytes)
    case .groups: ModelFamilies.group(bytes)
    case .records: ModelFamilies.record(bytes)
    }
  }
}

extension [UInt8] {
  /// A number in the first two bytes, and what follows.
  func splitNumber() -> (number: Int, rest: [UInt8])? {
    count < 2 ? nil : (Int(self[0]) << 8 | Int(self[1]), Array(dropFirst(2)))
  }
}
