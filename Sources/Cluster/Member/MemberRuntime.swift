import Client
import Feed
import KafkaModel
import KafkaWire
import Live
import NIOCore

/// One real consumer: the machine of `Client`, a broker's answers, the wall clock, and lines that
/// tell what happens.
///
/// All of it happens on one event loop.
final class MemberRuntime {
  private let options: MemberOptions
  private let loop: any EventLoop
  private let clock: MonotonicClock
  private let router: Router
  private let write: (String) -> Void
  private let complain: (String) -> Void
  private let closed: () -> Void

  private var member: Member
  /// What else the application does than to read.
  private var application: TransformRuntime?
  private var report: MemberReport
  private var fetchCount = FetchCount()
  private var deadlines = DeadlineReport()
  private var timer: Scheduled<Void>?
  private var positions: [TopicPartition: Offset] = [:]
  private var positionTimer: Scheduled<Void>?
  private var pulse: Scheduled<Void>?
  private var isClosed = false
  private var lines = ""

  /// How often the screen learns where a member reads.
  private static let positionGrainMs: Int64 = 100
  private static let holdMs: Int64 = 150
  /// How often it says at least that it is there.
  private static let pulseMs: Int64 = 500

  init(
    options: MemberOptions, loop: any EventLoop, write: @escaping (String) -> Void,
    complain: @escaping (String) -> Void, closed: @escaping () -> Void
  ) {
    self.options = options
    self.loop = loop
    self.write = write
    self.complain = { [complaints = Complaints()] in
      if complaints.isNews($0) { complain($0) }
    }
    self.closed = closed
    clock = MonotonicClock(originMs: options.originMs)
    var settings = ConnectionSettings(
      clientId: options.config.clientId.text, caps: options.caps)
    settings.take(options.connection)
    settings.clientId = options.config.clientId.text
    settings.requestTimeoutMs = max(1, options.config.requestTimeoutMs)
    router = Router(bootstrap: options.bootstrap, settings: settings, loop: loop)
    member = Member(
      config: options.config, processRatePerSecond: options.processRatePerSecond,
      generator: SeededGenerator(seed: options.seed), nowMs: clock.nowMs,
      waitsAfterWork: options.transform != nil)
    report = MemberReport(slot: options.slot)
    application = options.transform.map { transform in
      TransformRuntime(
        options: transform, member: options, loop: loop, clock: clock, complain: self.complain)
    }
  }

  func start() {
    if let application {
      host(application)
      application.start()
    } else {
      feed(.start)
    }
    beat()
  }

  private func host(_ application: TransformRuntime) {
    application.consume = { [unowned self] in self.consume($0) }
    application.closed = { [unowned self] in self.finish() }
    application.tell = { [unowned self] events, nowMs in
      for event in events { self.tell(event, nowMs) }
      self.flush()
    }
  }

  /// A line that says no more than that it is there.
  private func beat() {
    let pause = TimeAmount.milliseconds(Self.pulseMs)
    pulse = loop.assumeIsolated().scheduleTask(in: pause) {
      self.tell(.reporting(self.options.slot, true), self.clock.nowMs)
      self.flush()
      self.beat()
    }
  }

  /// Leaves the group in good order; `closed` is called when that is done.
  func close() {
    if let application { application.close() } else { feed(.close) }
  }

  /// A line from the drive. One that is none is left alone.
  func handle(_ line: String) {
    guard let command = try? RecordingLine.command(line) else {
      return complain("not a command: \(line)")
    }
    switch command {
    case .close: close()
    case .stopPolling: feed(.stopPolling)
    case .resumePolling: feed(.resumePolling)
    case .processRate(_, let rate): feed(.processRate(perSecond: rate))
    case .cutNetwork:
      router.cut()
      application?.cut()
    case .healNetwork:
      router.heal()
      application?.heal()
    case .kill, .restart, .add, .addPartitions, .changeAssignor, .changeMembership, .subscribe,
      .moveCoordinator, .restartWith, .produce, .hold, .producer:
      complain("not for a member: \(line)")
    }
  }
}

extension MemberRuntime {
  private func feed(_ input: MemberInput) {
    if let application { application.take(.consumer(input)) } else { _ = consume(input) }
  }

  /// What the consumer makes of an input, and the group as its application knows it.
  private func consume(_ input: MemberInput) -> (MemberOutcome, ConsumerGroupMetadata)? {
    if isClosed { return nil }
    let nowMs = clock.nowMs
    let outcome = member.handle(input, nowMs: nowMs)
    for note in outcome.notes { tell(note, nowMs) }
    for outgoing in outcome.sends { send(outgoing, nowMs) }
    for event in deadlines.changes(member.deadlines, slot: options.slot) { tell(event, nowMs) }
    flush()
    schedule(outcome.wakeAtMs, nowMs)
    // With a producer it is not alone in having to close.
    if outcome.notes.contains(.closed), application == nil { finish() }
    return (outcome, member.groupMetadata)
  }

  private func schedule(_ wakeAtMs: Int64?, _ nowMs: Int64) {
    timer?.cancel()
    timer = nil
    guard let wakeAtMs else { return }
    let delay = TimeAmount.milliseconds(max(0, wakeAtMs - nowMs))
    timer = loop.assumeIsolated().scheduleTask(in: delay) { self.feed(.wake) }
  }

  private func finish() {
    if isClosed { return }
    isClosed = true
    timer?.cancel()
    pulse?.cancel()
    positionTimer?.cancel()
    flushPositions()
    router.closeAll()
    closed()
  }

  private func send(_ outgoing: Outgoing, _ nowMs: Int64) {
    if shouldHold(outgoing.request) {
      let delay = TimeAmount.milliseconds(Self.holdMs)
      loop.assumeIsolated().scheduleTask(in: delay) { self.sendNow(outgoing, self.clock.nowMs) }
      return
    }
    sendNow(outgoing, nowMs)
  }

  /// librdkafka's mock cluster refuses followers that send SyncGroup after their leader, and a
  /// leader as quick as ours would win that race each time. No broker but a mock has no
  /// DescribeGroups, so that elsewhere nothing is held.
  private func shouldHold(_ request: Request) -> Bool {
    guard case .syncGroup(let sync) = request, !sync.assignments.isEmpty else { return false }
    return router.version(of: .syncGroup) != nil && router.version(of: .describeGroups) == nil
  }

  private func sendNow(_ outgoing: Outgoing, _ nowMs: Int64) {
    if isClosed { return }
    if case .fetch(let asked) = outgoing.request, let rest = fetchCount.answer(to: asked) {
      return loop.assumeIsolated().execute {
        self.feed(.response(correlationId: outgoing.correlationId, .fetch(rest)))
      }
    }
    for event in report.events(sending: outgoing.request) { tell(event, nowMs) }
    flush()
    router.send(
      outgoing.request, to: outgoing.destination, lane: outgoing.lane,
      timeoutMs: timeoutMs(of: outgoing.request)
    ) { self.answered(outgoing, $0) }
  }

  /// A JoinGroup is held as long as the others may take (`AbstractCoordinator`).
  private func timeoutMs(of request: Request) -> Int64? {
    guard case .joinGroup = request else { return nil }
    return max(options.config.requestTimeoutMs, options.config.maxPollIntervalMs + 5_000)
  }

  private func answered(_ outgoing: Outgoing, _ result: Result<Response, BrokerFailure>) {
    if isClosed { return }
    switch result {
    case .success(let response):
      for event in report.events(hearing: response) { tell(event, clock.nowMs) }
      feed(.response(correlationId: outgoing.correlationId, counted(response, outgoing.request)))
    case .failure(let failure):
      complain("\(outgoing.request.apiKey): \(failure)")
      if failure.kind == .notOffered {
        let api = outgoing.request.apiKey
        tell(.failed(options.slot, api, .unsupportedVersion), clock.nowMs)
        flush()
        return
      }
      feed(.failed(correlationId: outgoing.correlationId))
    }
  }

  /// The machine counts records and does not look at them.
  private func counted(_ response: Response, _ request: Request) -> Response {
    guard case .fetch(let answer) = response, case .fetch(let asked) = request else {
      return response
    }
    let (counted, faults) = fetchCount.counted(answer, asked: asked)
    for fault in faults { complain(fault) }
    return .fetch(counted)
  }
}

extension MemberRuntime {
  private func tell(_ note: MemberNote, _ nowMs: Int64) {
    switch note {
    case .processed(let partition, let run): moved(partition, run.nextOffset)
    case .passedOver(let partition, let next): moved(partition, next)
    default: break
    }
    for event in report.events(of: note) { tell(event, nowMs) }
  }

  private func moved(_ partition: TopicPartition, _ next: Offset) {
    positions[partition] = next
    tellPositionsSoon()
  }

  private func tell(_ event: FeedEvent, _ nowMs: Int64) {
    let provenance: Provenance = event.isConclusion ? .inferred : .observed
    lines += RecordingLine.text(of: TimedEvent(nowMs, event, provenance)) + "\n"
  }

  /// One write for all that one input brought about.
  private func flush() {
    if lines.isEmpty { return }
    write(lines)
    lines = ""
  }

  private func tellPositionsSoon() {
    if positionTimer != nil { return }
    let delay = TimeAmount.milliseconds(Self.positionGrainMs)
    positionTimer = loop.assumeIsolated().scheduleTask(in: delay) { self.flushPositions() }
  }

  private func flushPositions() {
    positionTimer = nil
    let nowMs = clock.nowMs
    for (partition, offset) in positions.sorted(by: { $0.key < $1.key }) {
      tell(.position(options.slot, partition, offset), nowMs)
    }
    positions = [:]
    flush()
  }
}
