import Feed

/// Whose machine a message or a timer is for. A consume–transform–produce application is one
/// process with two of them.
enum Party: Hashable, Sendable {
  case consumer(MemberSlot)
  case producer(ProducerSlot)

  /// Consumers have the even ones.
  var number: Int {
    switch self {
    case .consumer(let slot): slot.index * 2
    case .producer(let slot): slot.index * 2 + 1
    }
  }

  init(number: Int) {
    self =
      number % 2 == 0 ? .consumer(MemberSlot(number / 2)) : .producer(ProducerSlot(number / 2))
  }
}
