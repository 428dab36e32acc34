import Feed
import KafkaModel

/// Pictures that no source would tell, but any event list may: for what must never trap.
enum RandomStage {
  static func make(_ generator: inout SeededGenerator) -> Stage {
    let topicCount = generator.int(in: 1...3)
    let topics = (0..<topicCount).map { number in
      (TopicName("topic-\(number)"), Int32(generator.int(in: 0...20)))
    }
    var stage = Stage(topics: topics, sessionMs: generator.int(in: 100...60_000))
    stage.see(Int(generator.int(in: 0...14)), instanceIds: generator.chance(percent: 30))
    var now: Int64 = 0
    for _ in 0..<generator.int(in: 0...60) {
      now += generator.int(in: 0...4000)
      if let event = event(stage, now, &generator) { stage.at(now, event) }
    }
    stage.advance(to: now + generator.int(in: 0...100_000))
    return stage
  }

  private static func event(
    _ stage: Stage, _ now: Int64, _ generator: inout SeededGenerator
  ) -> FeedEvent? {
    let members = Int64(stage.picture.members.count)
    let places = Int64(stage.partitions.count)
    guard members > 0 else { return .health(.trouble(.unreachable, detail: "")) }
    let slot = MemberSlot(Int(generator.int(in: 0...(members - 1))))
    let id = Stage.id(slot.index)
    let partition =
      places > 0 ? stage.partitions[Int(generator.int(in: 0...(places - 1)))] : nil
    switch generator.int(in: 0...16) {
    case 14, 15, 16: return partition.map { transaction($0, slot, now, &generator) }
    case 0: return .process(slot, .killed)
    case 1: return .process(slot, .started)
    case 2: return .memberAdded(slot, id)
    case 3: return .memberRemoved(slot, id, pick(RemovalReason.allCases, &generator))
    case 4:
      let state = pick(GroupState.allCases, &generator)
      return .groupState(state, Generation(3), .newMember(id))
    case 5: return .doing(slot, pick(MemberDoing.allCases, &generator))
    case 6: return partition.map { .assigned(slot, [$0], Generation(2)) }
    case 7: return partition.map { .readingStarted(slot, $0, Offset(3)) }
    case 8: return partition.map { .readingStopped(slot, $0) }
    case 9: return .deadline(.session(slot), dueMs: now + generator.int(in: -9...99_000))
    case 10: return .requestSent(slot, .joinGroup)
    case 11: return .process(slot, pick([.pollStopped, .networkCut, .frozen], &generator))
    case 12: return .heartbeat(slot)
    default: return partition.map { .committed($0, Offset(generator.int(in: -1...1_000_000))) }
    }
  }

  /// Of two transactional ids; only the first producer is known, once it was seen.
  private static func transaction(
    _ partition: TopicPartition, _ slot: MemberSlot, _ now: Int64,
    _ generator: inout SeededGenerator
  ) -> FeedEvent {
    let number = generator.int(in: 0...1)
    let id = TransactionalId("a-transactional-id-that-is-long-\(number)")
    let producer = Producer(id: number, epoch: Int16(generator.int(in: 0...3)))
    let offset = Offset(generator.int(in: 0...1_000_000))
    let event: TransactionEvent =
      switch generator.int(in: 0...9) {
      case 0:
        .producerSeen(
          ProducerSlot(0),
          ProducerIdentity(
            name: "p", transactionalId: id, topic: partition.topic,
            member: generator.chance(percent: 50) ? slot : nil))
      case 1: .transaction(id, pick(TransactionState.allCases, &generator), producer)
      case 2: .timeout(id, dueMs: now + generator.int(in: -9...99_000))
      case 3: .fenced(id, producer, pick(FencingReason.allCases, &generator))
      case 4: .opened(partition, producer, offset)
      case 5: .marker(partition, producer, isCommit: true, offset, records: offset.value)
      case 6: .stableOffset(partition, generator.chance(percent: 70) ? offset : nil)
      case 7: .offsetPending(partition, offset, producer)
      case 8: .offsetsDecided(producer, isCommit: generator.chance(percent: 50))
      default: .delivered(DeliveryTally(done: offset.value, committed: offset.value, lost: number))
      }
    return .transaction(event)
  }

  private static func pick<Value>(
    _ values: [Value], _ generator: inout SeededGenerator
  ) -> Value {
    values[Int(generator.int(in: 0...Int64(values.count - 1)))]
  }
}
