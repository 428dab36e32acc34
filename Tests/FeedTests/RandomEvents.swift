import Feed
import KafkaModel

/// Events of every case with values that are hard on a text format.
struct RandomEvents {
  var random: SeededGenerator
  /// Few names and low numbers, so that events meet the same members and partitions.
  let isNarrow: Bool
  static let kinds = 58
  /// Where not empty, all the names there are.
  let names: [String]

  init(seed: UInt64, isNarrow: Bool = false, names: [String] = []) {
    self.names = names
    random = SeededGenerator(seed: seed)
    self.isNarrow = isNarrow
  }

  mutating func timed(_ kind: Int) -> TimedEvent {
    TimedEvent(
      random.int(in: 0...1_000_000_000), event(kind),
      random.chance(percent: 50) ? .observed : .inferred)
  }

  mutating func event(_ kind: Int) -> FeedEvent {
    switch kind {
    case 0: .group(facts())
    case 1: .topic(TopicName(name()), partitions: Int32(count(500)))
    case 2: .memberSeen(slot(), identity())
    case 3: .process(slot(), change())
    case 4: .memberId(slot(), MemberId(name()))
    case 5: .requestSent(slot(), pick(ApiKey.allCases))
    case 6: .responseReceived(slot(), pick(ApiKey.allCases), error())
    case 7: .doing(slot(), pick(MemberDoing.allCases))
    case 8: .assigned(slot(), partitions(), generation())
    case 9: .revoked(slot(), partitions())
    case 10: .lost(slot(), partitions())
    case 11: .readingStarted(slot(), partition(), offset())
    case 12: .readingStopped(slot(), partition())
    case 13: .position(slot(), partition(), offset())
    case 14: .pollMissed(slot())
    case 15: .failed(slot(), pick(ApiKey.allCases), error())
    default: coordinatorEvent(kind)
    }
  }

  private mutating func coordinatorEvent(_ kind: Int) -> FeedEvent {
    switch kind {
    case 16: .groupState(pick(GroupState.allCases), generation(), cause())
    case 17: .leader(maybe(slot()))
    case 18: .memberAdded(slot(), MemberId(name()))
    case 19: .memberRemoved(maybe(slot()), MemberId(name()), pick(RemovalReason.allCases))
    case 20: .joined(slot())
    case 21: .heartbeat(slot())
    case 22: .plan(generation(), (0..<count(4)).map { _ in share() })
    case 23: .committed(partition(), offset())
    case 24: .deadline(deadline(), dueMs: maybe(random.int(in: 0...1_000_000_000)))
    case 25:
      .logEnd(partition(), LogEnd(offset: offset(), growthPerKilosecond: Int64(count(9_000))))
    case 26: .health(health())
    case 27: .brokerAnswered
    case 28: .brokerSilent
    case 29: .reporting(slot(), random.chance(percent: 50))
    case 30: .partitionsAdded(TopicName(name()), partitions: Int32(count(500)))
    case 31: .subscribed(slot(), (0..<count(3)).map { _ in TopicName(name()) })
    case 32: .coordinatorMoved(BrokerId(Int32(count(9))))
    case 33:
      .regrouping(
        pick([
          .assignors((0..<count(3)).map { _ in name() }), .membership(isStatic: true),
          .membership(isStatic: false),
        ]))
    case 34: .message(slot(), message())
    case 35: .written(offset(), (0..<count(3)).map { _ in record() })
    case 36: .produced(TopicName(name()), records: Int64(count(50)))
    case 37: .beat(count(20))
    case 38: .hold(maybe(pick(HoldPoint.allCases)))
    case 39: .held(slot(), maybe(heldAnswer()))
    case 56: .turnedAway(host: name(), pick(TurnedAway.allCases))
    case 57:
      .terms(
        slot(),
        MemberTerms(
          assignors: [name(), name()], sessionTimeoutMs: Int32(count(60_000)),
          rebalanceTimeoutMs: Int32(count(60_000)), software: pick(["", name()])))
    default: .transaction(transactionEvent(kind))
    }
  }

  private mutating func transactionEvent(_ kind: Int) -> TransactionEvent {
    switch kind {
    case 40: .producerSeen(producerSlot(), producerIdentity())
    case 41: .output(TopicName(name()), partitions: Int32(count(500)))
    case 42: .process(producerSlot(), pick(ProducerChange.allCases))
    case 43: .state(producerSlot(), pick(ProducerState.allCases))
    case 44: .producerId(producerSlot(), producer())
    case 45: .mustAbort(producerSlot(), pick(ApiKey.allCases), error())
    case 46: .failed(producerSlot(), pick(ApiKey.allCases), error())
    case 47: .transaction(transactionalId(), pick(TransactionState.allCases), producer())
    case 48: .fenced(transactionalId(), producer(), pick(FencingReason.allCases))
    case 49: .timeout(transactionalId(), dueMs: maybe(random.int(in: 0...1_000_000_000)))
    case 50: .opened(partition(), producer(), offset())
    case 51:
      .marker(
        partition(), producer(), isCommit: random.chance(percent: 50), offset(),
        records: Int64(count(50)))
    case 52: .stableOffset(partition(), maybe(offset()))
    case 53: .offsetPending(partition(), offset(), producer())
    case 54: .offsetsDecided(producer(), isCommit: random.chance(percent: 50))
    case 55: .wrote(producerSlot(), partition(), offset(), records: Int64(count(50)))
    default: .delivered(tally())
    }
  }

  private mutating func heldAnswer() -> HeldAnswer {
    HeldAnswer(
      point: pick(HoldPoint.allCases), givesUpMs: random.int(in: 0...1_000_000_000),
      isKnown: random.chance(percent: 50))
  }

  mutating func command() -> Command {
    pick([
      .kill(slot()), .close(slot()), .restart(slot()), .add, .stopPolling(slot()),
      .resumePolling(slot()), .cutNetwork(slot()), .healNetwork(slot()),
      .processRate(slot(), perSecond: Int64(count(100_000))),
      .restartWith(slot(), assignors: [name()]), .addPartitions(TopicName(name())),
      .changeAssignor((0..<count(3)).map { _ in name() }),
      .changeMembership(isStatic: maybe(true) ?? false),
      .subscribe(slot(), (0..<count(3)).map { _ in TopicName(name()) }), .moveCoordinator,
      .produce(records: Int64(count(50))), .hold(maybe(pick(HoldPoint.allCases))),
      .producer(producerSlot(), producerCommand()),
    ])
  }

  mutating func name() -> String {
    if !names.isEmpty { return pick(names) }
    if isNarrow { return pick(["a", "b"]) }
    let pieces = [
      "peter-kafka01", "", "토픽", "a b", "=", ",", "%", "%25", "\n", "\r\n", "\t", "\u{0}",
      "é", "e\u{301}", "👩‍👩‍👧", "\u{2028}", "-", "~", "\"", "\\", "slot=1",
    ]
    return (0..<count(3)).map { _ in pick(pieces) }.joined()
  }

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int(random.int(in: 0...Int64(list.count - 1)))]
  }
  private mutating func maybe<Value>(_ value: Value) -> Value? {
    random.chance(percent: 70) ? value : nil
  }
  private mutating func count(_ most: Int) -> Int { Int(random.int(in: 0...Int64(most))) }
  private mutating func slot() -> MemberSlot { MemberSlot(count(isNarrow ? 2 : 5)) }
  private mutating func offset() -> Offset { Offset(random.int(in: -2...9_000_000_000_000_000)) }
  private mutating func producerSlot() -> ProducerSlot {
    ProducerSlot(count(isNarrow ? 2 : 5))
  }
  private mutating func producer() -> Producer {
    isNarrow
      ? Producer(id: Int64(count(2)), epoch: Int16(count(2)))
      : Producer(id: random.int(in: -1...Int64.max), epoch: Int16(random.int(in: -1...32_767)))
  }
  private mutating func transactionalId() -> TransactionalId { TransactionalId(name()) }
  private mutating func producerIdentity() -> ProducerIdentity {
    ProducerIdentity(
      name: name(), transactionalId: maybe(transactionalId()), topic: TopicName(name()),
      member: maybe(slot()))
  }
  private mutating func producerCommand() -> ProducerCommand {
    pick([.send(records: Int64(count(50))), .commit, .abort, .kill, .restart])
  }
  private mutating func tally() -> DeliveryTally {
    DeliveryTally(
      done: Int64(count(50)), committed: Int64(count(50)), duplicates: Int64(count(50)),
      lost: Int64(count(50)), aborted: Int64(count(50)), open: Int64(count(50)))
  }
  private mutating func error() -> ErrorCode { ErrorCode(Int16(random.int(in: -1...120))) }
  private mutating func generation() -> Generation {
    Generation(Int32(random.int(in: -1...Int64(Int32.max))))
  }
  private mutating func partition() -> TopicPartition {
    TopicPartition(TopicName(name()), Int32(count(isNarrow ? 3 : 99)))
  }
  private mutating func partitions() -> [TopicPartition] { (0..<count(4)).map { _ in partition() } }

  private mutating func share() -> PlannedShare {
    PlannedShare(slot: maybe(slot()), memberId: MemberId(name()), partitions: partitions())
  }

  private mutating func message() -> GroupMessage {
    GroupMessage(
      api: pick(ApiKey.allCases), way: pick(GroupMessage.Way.allCases), error: error(),
      fields: (0..<count(4)).map { _ in GroupMessage.Field(name(), value()) })
  }

  private mutating func value() -> GroupMessage.Value {
    pick([
      .text(name()), .number(random.int(in: -1...9_000_000_000_000_000)),
      .partitions(partitions()),
      .offsets((0..<count(3)).map { _ in GroupMessage.PartitionMark(partition(), offset()) }),
    ])
  }

  private mutating func record() -> WrittenRecord {
    let members = (0..<count(3)).map { _ in
      WrittenRecord.Member(memberId: MemberId(name()), partitions: partitions())
    }
    let group = WrittenRecord.Group(
      generation: generation(), protocolName: maybe(name()), leader: maybe(MemberId(name())),
      members: members)
    return pick([
      .group(GroupId(name()), maybe(group)), .offset(GroupId(name()), partition(), maybe(offset())),
      .pending(GroupId(name()), partition(), offset(), producer()),
      .marker(producer(), isCommit: random.chance(percent: 50)),
    ])
  }

  private mutating func identity() -> MemberIdentity {
    MemberIdentity(
      name: name(), clientId: ClientId(name()), host: name(),
      instanceId: maybe(InstanceId(name())), isOurs: random.chance(percent: 50))
  }

  private mutating func facts() -> GroupFacts {
    let settings = (0..<count(3)).map { _ in
      Setting(name(), name(), pick([.consumer, .broker, .producer, .simulation]))
    }
    return GroupFacts(
      groupId: GroupId(name()), assignors: (0..<count(3)).map { _ in name() },
      coordinator: maybe(BrokerId(Int32(count(9)))), settings: settings)
  }

  private mutating func change() -> ProcessChange {
    pick([
      .started, .killed, .closing, .ended, .pollStopped, .pollResumed, .networkCut, .networkHealed,
      .frozen, .thawed, .replaced, .failed,
      .processRate(perSecond: Int64(count(100_000))), .strategy([name(), name()]),
    ])
  }

  private mutating func health() -> SourceHealth {
    pick([
      .fine, .connecting,
      .trouble(
        pick([
          .unreachable, .brokerGone, .notKafka, .refused, .notLetIn, .untrusted, .noClient,
          .impossible,
        ]), detail: name()),
    ])
  }

  private mutating func deadline() -> Deadline {
    pick([
      .session(slot()), .formerSession(slot()), .heartbeat(slot()), .poll(slot()),
      .autoCommit(slot()), .backoff(slot()), .initialDelay, .join, .sync,
    ])
  }

  private mutating func cause() -> RebalanceCause? {
    let id = MemberId(name())
    return pick([
      nil, .groupWasEmpty(id), .newMember(id), .memberRejoined(id), .leaderRejoined(id),
      .memberLeft(id), .sessionTimedOut(id), .newMemberTimedOut(id), .pendingExpired(id),
      .didNotSync((0..<count(3)).map { _ in MemberId(name()) }), .staticReplaced(id), .writeFailed,
      .groupTooLarge,
    ])
  }
}
