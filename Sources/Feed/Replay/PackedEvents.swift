import KafkaModel

/// Events in their order, the frequent ones packed.
struct PackedEvents {
  private var packed = PackedPages()
  private var whole: [FeedEvent] = []
  /// By member, way and kind of message: the last one that comes all the time.
  private var lastRoutine: [Int?] = []
  private var table = PartitionTable()
  private var partitions: [TopicPartition] = []
  /// How fast logs grow: few values, as each topic has its own.
  private var rates: [Int64] = []

  /// Stands for a timer that was taken back.
  private static let never = Int64.min

  var count: Int { packed.count }

  func timeMs(_ index: Int) -> Int64 { packed.timeMs(index) }

  /// The number of events up to a time.
  func count(upToMs timeMs: Int64) -> Int {
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low + high) / 2
      if packed.timeMs(middle) <= timeMs { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func append(_ timed: TimedEvent) {
    if case .topic(let topic, let count) = timed.event {
      partitions += table.grow(topic, to: count)
    }
    let next = pack(timed.event) ?? PackedEvent(.whole, value: Int64(keep(timed.event)))
    packed.append(next, timeMs: timed.timeMs, isInferred: timed.provenance == .inferred)
  }

  /// The place of a whole event; a member's heartbeats are alike for as long as a generation
  /// lasts.
  private mutating func keep(_ event: FeedEvent) -> Int {
    guard case .message(let slot, let message) = event, message.isRoutine else {
      whole.append(event)
      return whole.count - 1
    }
    let way = message.way == .request ? 0 : 1
    let key = (slot.index * 2 + way) * 2 + (message.api == .heartbeat ? 0 : 1)
    while lastRoutine.count <= key { lastRoutine.append(nil) }
    if let known = lastRoutine[key], whole[known] == event { return known }
    whole.append(event)
    lastRoutine[key] = whole.count - 1
    return whole.count - 1
  }

  private mutating func pack(_ event: FeedEvent) -> PackedEvent? {
    switch event {
    case .position(let slot, let partition, let offset):
      return packed(.position, partition, slot.index, offset)
    case .readingStarted(let slot, let partition, let offset):
      return packed(.readingStarted, partition, slot.index, offset)
    case .committed(let partition, let offset): return packed(.committed, partition, 0, offset)
    case .logEnd(let partition, let end):
      guard let rate = rate(end.growthPerKilosecond) else { return nil }
      return packed(.logEnd, partition, rate, end.offset)
    default: return Self.ofMember(event)
    }
  }

  private func packed(
    _ kind: PackedEvent.Kind, _ partition: TopicPartition, _ number: Int, _ offset: Offset
  ) -> PackedEvent? {
    guard let place = table[partition], PackedEvent.holds(place: place, number: number) else {
      return nil
    }
    return PackedEvent(kind, value: offset.value, place: place, number: number)
  }

  private static func ofMember(_ event: FeedEvent) -> PackedEvent? {
    func packed(_ slot: MemberSlot, _ kind: PackedEvent.Kind, _ value: Int64 = 0) -> PackedEvent? {
      guard PackedEvent.holds(place: 0, number: slot.index) else { return nil }
      return PackedEvent(kind, value: value, number: slot.index)
    }
    switch event {
    case .heartbeat(let slot): return packed(slot, .heartbeat)
    case .deadline(.session(let slot), let due): return packed(slot, .session, due ?? never)
    case .deadline(.heartbeat(let slot), let due):
      return packed(slot, .heartbeatDue, due ?? never)
    case .deadline(.poll(let slot), let due): return packed(slot, .poll, due ?? never)
    case .deadline(.autoCommit(let slot), let due): return packed(slot, .autoCommit, due ?? never)
    case .requestSent(let slot, let api): return packed(slot, .requestSent, Int64(api.rawValue))
    case .responseReceived(let slot, let api, .none):
      return packed(slot, .responseReceived, Int64(api.rawValue))
    default: return nil
    }
  }

  private mutating func rate(_ rate: Int64) -> Int? {
    if let known = rates.lastIndex(of: rate) { return known }
    // Rates that differ each time are no table.
    guard rates.count < 64 else { return nil }
    rates.append(rate)
    return rates.count - 1
  }

  subscript(index: Int) -> TimedEvent {
    let next = packed[index]
    return TimedEvent(packed.timeMs(index), event(next), next.isInferred ? .inferred : .observed)
  }

  private func event(_ next: PackedEvent) -> FeedEvent {
    let slot = MemberSlot(next.number)
    let dueMs = next.value == Self.never ? nil : next.value
    switch next.kind {
    case .whole: return whole[Int(next.value)]
    case .position: return .position(slot, partitions[next.place], Offset(next.value))
    case .committed: return .committed(partitions[next.place], Offset(next.value))
    case .readingStarted:
      return .readingStarted(slot, partitions[next.place], Offset(next.value))
    case .logEnd:
      return .logEnd(
        partitions[next.place],
        LogEnd(
          offset: Offset(next.value), growthPerKilosecond: rates[next.number]))
    case .heartbeat: return .heartbeat(slot)
    case .session: return .deadline(.session(slot), dueMs: dueMs)
    case .heartbeatDue: return .deadline(.heartbeat(slot), dueMs: dueMs)
    case .poll: return .deadline(.poll(slot), dueMs: dueMs)
    case .autoCommit: return .deadline(.autoCommit(slot), dueMs: dueMs)
    case .requestSent, .responseReceived:
      guard let api = ApiKey(rawValue: Int16(next.value)) else {
        preconditionFailure("it was packed from one")
      }
      return next.kind == .requestSent
        ? .requestSent(slot, api) : .responseReceived(slot, api, .none)
    }
  }
}
