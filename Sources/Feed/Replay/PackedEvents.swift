import KafkaModel

/// Events in their order, the frequent ones packed.
struct PackedEvents {
  private var packed: [PackedEvent] = []
  private var whole: [FeedEvent] = []
  private var table = PartitionTable()
  private var partitions: [TopicPartition] = []
  /// How fast logs grow: few values, as each topic has its own.
  private var rates: [Int64] = []

  /// Stands for a timer that was taken back.
  private static let never = Int64.min

  var count: Int { packed.count }

  func timeMs(_ index: Int) -> Int64 { packed[index].timeMs }

  /// The number of events up to a time.
  func count(upToMs timeMs: Int64) -> Int {
    var low = 0
    var high = packed.count
    while low < high {
      let middle = (low + high) / 2
      if packed[middle].timeMs <= timeMs { low = middle + 1 } else { high = middle }
    }
    return low
  }

  mutating func append(_ timed: TimedEvent) {
    if case .topic(let topic, let count) = timed.event {
      partitions += table.grow(topic, to: count)
    }
    var next = pack(timed.event, timed.timeMs)
    if next == nil {
      next = PackedEvent(timeMs: timed.timeMs, value: Int64(whole.count), kind: .whole)
      whole.append(timed.event)
    }
    guard var next else { return }
    next.isInferred = timed.provenance == .inferred
    packed.append(next)
  }

  private mutating func pack(_ event: FeedEvent, _ timeMs: Int64) -> PackedEvent? {
    switch event {
    case .position(let slot, let partition, let offset):
      return table[partition].map {
        PackedEvent(
          timeMs: timeMs, value: offset.value, place: Int32($0), number: UInt16(slot.index),
          kind: .position)
      }
    case .readingStarted(let slot, let partition, let offset):
      return table[partition].map {
        PackedEvent(
          timeMs: timeMs, value: offset.value, place: Int32($0), number: UInt16(slot.index),
          kind: .readingStarted)
      }
    case .committed(let partition, let offset):
      return table[partition].map {
        PackedEvent(timeMs: timeMs, value: offset.value, place: Int32($0), kind: .committed)
      }
    case .logEnd(let partition, let end):
      guard let place = table[partition], let rate = rate(end.growthPerKilosecond) else {
        return nil
      }
      return PackedEvent(
        timeMs: timeMs, value: end.offset.value, place: Int32(place), number: rate, kind: .logEnd)
    default: return Self.ofMember(event, timeMs)
    }
  }

  private static func ofMember(_ event: FeedEvent, _ timeMs: Int64) -> PackedEvent? {
    func packed(_ slot: MemberSlot, _ kind: PackedEvent.Kind, _ value: Int64 = 0) -> PackedEvent {
      PackedEvent(timeMs: timeMs, value: value, number: UInt16(slot.index), kind: kind)
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

  private mutating func rate(_ rate: Int64) -> UInt16? {
    if let known = rates.lastIndex(of: rate) { return UInt16(known) }
    // Rates that differ each time are no table.
    guard rates.count < 64 else { return nil }
    rates.append(rate)
    return UInt16(rates.count - 1)
  }

  subscript(index: Int) -> TimedEvent {
    let next = packed[index]
    return TimedEvent(next.timeMs, event(next), next.isInferred ? .inferred : .observed)
  }

  private func event(_ next: PackedEvent) -> FeedEvent {
    let slot = MemberSlot(Int(next.number))
    let dueMs = next.value == Self.never ? nil : next.value
    switch next.kind {
    case .whole: return whole[Int(next.value)]
    case .position: return .position(slot, partitions[Int(next.place)], Offset(next.value))
    case .committed: return .committed(partitions[Int(next.place)], Offset(next.value))
    case .readingStarted:
      return .readingStarted(slot, partitions[Int(next.place)], Offset(next.value))
    case .logEnd:
      return .logEnd(
        partitions[Int(next.place)],
        LogEnd(
          offset: Offset(next.value), growthPerKilosecond: rates[Int(next.number)]))
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
