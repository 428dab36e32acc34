import Client
import KafkaModel
import KafkaWire
import Live
import NIOCore

/// One real producer: the machine of `Client`, its own connections, and the wall clock.
///
/// All of it happens on one event loop.
final class ProducerRuntime {
  private let options: TransformOptions
  private let maker: String
  private let loop: any EventLoop
  private let clock: MonotonicClock
  private let router: Router
  private let seed: UInt64
  private let complain: (String) -> Void
  /// Made when a broker has said what transactions can do.
  private var producer: KafkaProducer?
  private var timer: Scheduled<Void>?
  private var isClosed = false
  /// Where answers and the end of waiting go: they take their turn with all other inputs.
  var onInput: (ProducerInput) -> Void = { _ in }
  /// What the machine says of itself, before its requests go out.
  var onNotes: ([ProducerNote], Int64) -> Void = { _, _ in }
  /// A request goes out, an answer has come in.
  var onSend: (Request) -> Void = { _ in }
  var onAnswer: (Response) -> Void = { _ in }
  /// The broker does not speak what the producer needs.
  var onUnsupported: (ApiKey) -> Void = { _ in }

  private static let retryMs: Int64 = 250

  init(
    options: TransformOptions, member: MemberOptions, loop: any EventLoop, clock: MonotonicClock,
    complain: @escaping (String) -> Void
  ) {
    self.options = options
    self.loop = loop
    self.clock = clock
    self.complain = complain
    maker = member.config.clientId.text
    // Its choices are not the consumer's.
    seed = member.seed ^ 0x7072_6f64
    var settings = ConnectionSettings(clientId: options.clientId.text, caps: member.caps)
    settings.take(member.connection)
    settings.clientId = options.clientId.text
    router = Router(bootstrap: member.bootstrap, settings: settings, loop: loop)
  }

  /// Asks a broker until it has said which transactions the cluster has: the machine is made for
  /// them.
  func meetCluster(_ ready: @escaping () -> Void) {
    let request = MetadataRequest(topics: [options.output], allowAutoTopicCreation: false)
    router.send(.metadata(request), to: .any, lane: .metadata) { result in
      if self.isClosed { return }
      if case .failure(let failure) = result { self.complain("producer: \(failure)") }
      guard case .success = result, let version = self.router.transactionVersion else {
        self.timer = self.loop.assumeIsolated().scheduleTask(in: .milliseconds(Self.retryMs)) {
          self.meetCluster(ready)
        }
        return
      }
      self.producer = KafkaProducer(
        config: self.options.config(version), generator: SeededGenerator(seed: self.seed),
        nowMs: self.clock.nowMs)
      ready()
    }
  }

  /// Gives the machine an input and sends what it wants sent; nil before there is one.
  func handle(_ input: ProducerInput, nowMs: Int64) -> ProducerOutcome? {
    guard !isClosed, let outcome = producer?.handle(input, nowMs: nowMs) else { return nil }
    onNotes(outcome.notes, nowMs)
    for outgoing in outcome.sends { send(outgoing) }
    schedule(outcome.wakeAtMs, nowMs)
    return outcome
  }

  /// It has closed, or never came to be.
  func finish() {
    isClosed = true
    timer?.cancel()
    router.closeAll()
  }

  var exists: Bool { producer != nil }

  func cut() { router.cut() }

  func heal() { router.heal() }

  private func schedule(_ wakeAtMs: Int64?, _ nowMs: Int64) {
    timer?.cancel()
    timer = nil
    guard let wakeAtMs else { return }
    let delay = TimeAmount.milliseconds(max(0, wakeAtMs - nowMs))
    timer = loop.assumeIsolated().scheduleTask(in: delay) { self.onInput(.wake) }
  }

  private func send(_ outgoing: Outgoing) {
    let api = outgoing.request.apiKey
    onSend(outgoing.request)
    router.send(
      withBytes(outgoing.request), to: outgoing.destination, lane: outgoing.lane,
      highestVersion: producer?.config.highestVersion(of: api)
    ) { result in
      if self.isClosed { return }
      switch result {
      case .success(let response):
        self.onAnswer(response)
        self.onInput(.response(correlationId: outgoing.correlationId, response))
      case .failure(let failure):
        self.complain("producer: \(api): \(failure)")
        if failure.kind == .notOffered { return self.onUnsupported(api) }
        self.onInput(.failed(correlationId: outgoing.correlationId))
      }
    }
  }

  /// The machine says what a batch is; the wire wants its records.
  private func withBytes(_ request: Request) -> Request {
    guard case .produce(let produce) = request else { return request }
    return .produce(produce.withBytes(timestampMs: MonotonicClock.wallMs(), maker: maker))
  }
}
