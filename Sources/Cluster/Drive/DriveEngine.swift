import Client
import Feed
import KafkaModel
import Live
import NIOCore

/// The side of a drive that lives on the event loop: makes the topics, runs the members, watches
/// the broker, and puts what happens into the mailbox.
final class DriveEngine {
  let options: DriveOptions
  let clock: MonotonicClock
  let loop: any EventLoop
  let fleet: ProcessFleet
  private let mailbox: Mailbox
  private let router: Router
  private let complaintFile = ComplaintFile()
  private(set) var provisioned: Provisioned?
  var inference = GroupInference()
  private var provision: Provision?
  private var observer: Observer?
  private var producer: Producer?
  var ends: [MemberSlot: PlannedEnd] = [:]
  private var cast: [MemberSlot: CastMember] = [:]
  /// The producers of transactional members, in the order of their sight.
  private var producers: [MemberSlot: ProducerSlot] = [:]
  /// Whose last process has ended without closing its producer.
  private var unfinished: Set<MemberSlot> = []
  private var health: SourceHealth = .connecting
  private var attention = Attention()
  private var watch: Scheduled<Void>?
  private var shown = ShownOffsets()
  private var spawned: UInt64 = 0
  private(set) var isShuttingDown = false
  /// A member has ended that nobody had ended.
  private var hasCrashed = false
  private var finished: ([String]) -> Void = { _ in }

  /// How a member's process is to end, where that is known beforehand.
  enum PlannedEnd { case killed, closed }

  init(options: DriveOptions, clock: MonotonicClock, mailbox: Mailbox, loop: any EventLoop) {
    self.options = options
    self.clock = clock
    self.mailbox = mailbox
    self.loop = loop
    var settings = ConnectionSettings(clientId: "regroup", caps: options.caps)
    settings.requestTimeoutMs = 10_000
    settings.take(options.connection)
    router = Router(bootstrap: options.bootstrap, settings: settings, loop: loop)
    fleet = ProcessFleet(
      loop: loop, environment: options.environment, errors: complaintFile.descriptor)
    router.onAnswer = { [unowned self] in
      self.tell(self.attention.answered(self.clock.nowMs))
    }
    fleet.onLine = { [unowned self] in self.received($1, from: $0) }
    fleet.onEnd = { [unowned self] in self.ended($0, $1) }
  }

  func start() {
    emit(.health(.connecting))
    let provision = Provision(
      router: router, options: options, loop: loop,
      trouble: { [unowned self] in self.failed($0) },
      done: { [unowned self] in self.provisionEnded($0) })
    self.provision = provision
    provision.start()
  }

  func emit(_ event: FeedEvent, _ provenance: Provenance = .observed) {
    put([TimedEvent(clock.nowMs, event, provenance)])
  }

  private func tell(_ events: [FeedEvent]) {
    for event in events { emit(event) }
  }

  func put(_ events: [TimedEvent]) { mailbox.put(events) }

  private func provisionEnded(_ result: Result<Provisioned, BrokerFailure>) {
    switch result {
    case .failure(let failure): become(.trouble(.impossible, detail: failure.detail))
    case .success(let provisioned):
      self.provisioned = provisioned
      show(nil)
      for topic in provisioned.topics { take(topic) }
      if let output = provisioned.output {
        emit(.transaction(.output(output.name, partitions: Int32(output.leaders.count))))
      }
      for member in options.firstCast { add(member) }
      observe(provisioned)
    }
  }

  /// What does not change while one looks.
  private func show(_ coordinator: BrokerId?) {
    guard let provisioned else { return }
    emit(.group(DriveFacts.facts(options, provisioned, coordinator)))
  }

  private func take(_ topic: ObservedTopic) {
    let known = inference.partitions
    let new = topic.partitions.filter { !known.contains($0) }
    if new.isEmpty { return }
    inference.partitions += new
    emit(.topic(topic.name, partitions: Int32(topic.leaders.count)))
  }
}

extension DriveEngine {
  private func observe(_ provisioned: Provisioned) {
    let observer = Observer(
      router: router, groupId: provisioned.groupId, topics: provisioned.topics, loop: loop,
      clock: clock)
    self.observer = observer
    observer.onTopic = { [unowned self] in self.take($0) }
    observer.onCoordinator = { [unowned self] in self.show($0) }
    observer.onLogEnd = { [unowned self] in self.logEnds($0, $1) }
    observer.onCommitted = { [unowned self] partition, offset, askedMs in
      if self.shown.takesCommit(partition, offset, askedMs) {
        self.emit(.committed(partition, offset))
      }
    }
    observer.onGroup = { [unowned self] group, askedMs in
      self.put(
        self.inference.described(group, askedMs: askedMs, nowMs: self.clock.nowMs))
    }
    observer.onRound = { [unowned self] in self.roundEnded($0, $1) }
    observer.start()
    keepWatch()
    let rate = options.produceRatePerSecond ?? (provisioned.ownsInput ? 5 : 0)
    let producer = Producer(
      router: router, ratePerSecond: rate, loop: loop,
      leaders: { [unowned self] in
        self.observer?.topics ?? []
      })
    self.producer = producer
    producer.onAcknowledged = { [unowned self] in self.logEnds($0, $1) }
    producer.onMoved = { [unowned self] in self.observer?.leadersMoved() }
    producer.start()
  }

  private func keepWatch() {
    let pause = TimeAmount.milliseconds(Attention.patienceMs / 8)
    watch = loop.assumeIsolated().scheduleTask(in: pause) {
      self.tell(self.attention.passed(self.clock.nowMs))
      self.keepWatch()
    }
  }

  private func logEnds(_ partition: TopicPartition, _ offset: Offset) {
    if shown.takesLogEnd(partition, offset) {
      emit(.logEnd(partition, LogEnd(offset: offset)))
    }
  }

  private func roundEnded(_ failure: BrokerFailure?, _ askedMs: Int64) {
    if let failure {
      tell(attention.failed(askedMs: askedMs))
      return failed(failure)
    }
    become(.fine)
    let isDescribed = observer?.describesGroups == true
    put(inference.passed(clock.nowMs, isDescribed: isDescribed))
  }

  private func failed(_ failure: BrokerFailure) {
    // A port that was open once and is shut now: the broker has gone. One that has never
    // answered cannot have gone.
    let isAway = [.brokerGone, .unreachable].contains(failure.trouble)
    let away: Trouble = attention.hasBeenAnswered ? .brokerGone : .unreachable
    become(.trouble(isAway ? away : failure.trouble, detail: failure.detail))
  }

  private func become(_ new: SourceHealth) {
    if new == health { return }
    health = new
    emit(.health(new))
  }
}

extension DriveEngine {
  /// Gives a member a seat; its process starts when the cast says so.
  func add(_ member: CastMember) {
    let identity = MemberIdentity(
      name: member.name, clientId: member.clientId, instanceId: member.instanceId)
    let slot = inference.add(identity)
    cast[slot] = member
    emit(.memberSeen(slot, identity))
    addProducer(of: member, slot)
    if member.startMs == 0 { return spawn(slot) }
    emit(.process(slot, .ended))
    guard let startMs = member.startMs else { return }
    loop.assumeIsolated().scheduleTask(in: .milliseconds(startMs)) {
      // A key may have been faster.
      if !self.isShuttingDown, !self.inference[slot].hasStarted { self.spawn(slot) }
    }
  }

  private func addProducer(of member: CastMember, _ slot: MemberSlot) {
    guard let provisioned, let output = provisioned.output else { return }
    let producer = ProducerSlot(producers.count)
    producers[slot] = producer
    let identity = ProducerIdentity(
      name: member.name,
      transactionalId: DriveFacts.transactionalId(options, provisioned, member),
      topic: output.name, member: slot)
    emit(.transaction(.producerSeen(producer, identity)))
  }

  /// Starts a process in a seat where none runs.
  func spawn(_ slot: MemberSlot) {
    guard let provisioned, let castMember = cast[slot] else { return }
    inference.started(slot)
    spawned += 1
    unfinished.remove(slot)
    let member = DriveFacts.member(
      options, provisioned, castMember, slot: slot, producer: producers[slot],
      originMs: clock.originMs, seed: options.seed &+ spawned)
    do throws(SpawnFailure) {
      try fleet.start(slot, options.memberCommand + member.arguments)
      if member.needsConnection { fleet.send(member.connection.line, to: slot) }
      emit(.process(slot, .started))
    } catch {
      emit(.process(slot, .killed))
      become(.trouble(.refused, detail: "\(error)"))
    }
  }

  private func received(_ line: String, from slot: MemberSlot) {
    tell(attention.heard(slot, clock.nowMs))
    guard var timed = try? RecordingLine.event(line), mayTell(timed.event, slot) else {
      return
    }
    // It has said that it is there, and was heard.
    if case .reporting = timed.event { return }
    timed.timeMs = min(timed.timeMs, clock.nowMs)
    if case .committed(let partition, let offset) = timed.event {
      shown.memberCommitted(partition, offset, timed.timeMs)
    }
    put(inference.heard(timed, from: slot))
  }

  /// A member speaks of itself and of what it has heard, of nobody else.
  private func mayTell(_ event: FeedEvent, _ slot: MemberSlot) -> Bool {
    switch event {
    case .transaction: event.producer != nil && event.producer == producers[slot]
    case .groupState, .plan, .committed: event.slots.isEmpty
    default: event.slots == [slot]
    }
  }

  private func ended(_ slot: MemberSlot, _ status: ProcessEnd) {
    attention.ended(slot)
    let planned = ends.removeValue(forKey: slot)
    // One that has ended in good order though nobody told it has left by itself.
    let wasClosed = planned != .killed && status == .exited(0)
    if planned == nil { hasCrashed = true }
    if !wasClosed, producers[slot] != nil { unfinished.insert(slot) }
    emit(.process(slot, wasClosed ? .ended : planned == nil ? status.change : .killed))
    put(inference.died(slot, nowMs: clock.nowMs))
    if isShuttingDown, fleet.isEmpty { membersEnded() }
  }
}

extension DriveEngine {
  /// How long members may take to leave before they are killed.
  private static let closingMs: Int64 = 4_000

  /// Ends the members, then deletes what is ours. What stays behind is said in words.
  func shutDown(_ done: @escaping ([String]) -> Void) {
    isShuttingDown = true
    provision?.stop()
    observer?.stop()
    watch?.cancel()
    producer?.stop()
    finished = done
    if fleet.isEmpty { return membersEnded() }
    for slot in fleet.slots {
      ends[slot] = .closed
      fleet.send(RecordingLine.text(of: .close(slot)), to: slot)
    }
    loop.assumeIsolated().scheduleTask(in: .milliseconds(Self.closingMs)) {
      for slot in self.fleet.slots { self.fleet.kill(slot) }
    }
  }

  /// What an end that takes its time waits for.
  var farewell: String {
    let made = (provisioned ?? provision?.begun).map { made in
      (made.groupIsOurs ? ["group \(made.groupId)"] : []) + made.ownTopics.map { "topic \($0)" }
    }
    let rest = made.map { $0.isEmpty ? "" : "the broker to delete " + $0.joined(separator: ", ") }
    let members = fleet.isEmpty ? [] : ["\(fleet.slots.count) members to leave"]
    let all = members + [rest ?? ""].filter { !$0.isEmpty }
    let what = all.isEmpty ? "connections to close" : all.joined(separator: " and ")
    return "waits, 10 s at most, for \(what)"
  }

  /// The last thing that members complained about is told where one of them has crashed.
  private func complaints() -> [String] {
    if !hasCrashed { return [] }
    return ["a member has failed: \(complaintFile.lastLine ?? "it did not say why")"]
  }

  private func membersEnded() {
    let finished = finished
    self.finished = { _ in }
    let done = { [complaints = complaints()] (left: [String]) in finished(left + complaints) }
    guard let provisioned = provisioned ?? provision?.begun else { return done([]) }
    let ghosts = inference.leftBehind
    let cleanup = Cleanup(router: router, provisioned: provisioned, loop: loop) { left in
      self.router.closeAll()
      done(left)
    }
    let producers = unfinished.sorted().compactMap { cast[$0] }.map {
      DriveFacts.transactionalId(options, provisioned, $0)
    }
    cleanup.start(ghosts: ghosts, producers: producers)
  }
}
