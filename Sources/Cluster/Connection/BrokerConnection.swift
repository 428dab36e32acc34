import KafkaModel
import KafkaSecurity
import KafkaWire
import Live
import NIOCore
import NIOPosix

/// One connection to one broker, over TCP or TLS: connects when it is first needed, asks which
/// versions the broker speaks, says who it is where that is asked, sends requests and hands each
/// its answer. It is made anew after a failure.
///
/// All of it happens on one event loop.
final class BrokerConnection {
  let address: BrokerAddress
  let settings: ConnectionSettings
  let loop: any EventLoop
  private let tls: SharedTls

  enum Phase {
    /// No connection; the next request makes one, unless the last attempt is too fresh.
    case idle
    case connecting
    /// TLS is being agreed on.
    case securing(any Channel)
    /// ApiVersions was sent.
    case negotiating(any Channel)
    case authenticating(any Channel, NegotiatedVersions)
    case ready(any Channel, NegotiatedVersions)
  }

  var phase = Phase.idle
  private var spoken: NegotiatedVersions?
  private var waiting: [Exchange] = []
  private(set) var inFlight: [Exchange] = []
  private var nextCorrelationId: Int32 = 0
  /// Tells late events of an old connection from the present one's.
  private(set) var attempt = 0
  /// The attempt for which TLS stands.
  private var secured = -1
  /// When the broker wants to hear again who we are.
  var renewal: Scheduled<Void>?
  var isRenewalDue = false
  /// Whether it has answered a request of anybody's.
  private var hasServed = false
  private var failures = 0
  private var lastFailure: BrokerFailure?
  private var notBeforeMs: Int64 = 0

  init(
    to address: BrokerAddress, settings: ConnectionSettings, loop: any EventLoop,
    tls: SharedTls? = nil
  ) {
    self.address = address
    self.settings = settings
    self.tls = tls ?? SharedTls(settings.security)
    self.loop = loop
  }

  /// Whether requests go out at once.
  var isReady: Bool { if case .ready = phase { true } else { false } }

  /// What the broker speaks of an API, or spoke before the connection was lost; nil also while
  /// that is not known.
  func version(of api: ApiKey) -> Int16? { spoken?[api] }

  /// How far the cluster's transactions are, as the broker says or has said.
  var transactionVersion: TransactionVersion? { spoken?.transactionVersion }

  /// Sends a request; `finish` is called exactly once, never before this returns.
  func send(
    _ request: Request, timeoutMs: Int64? = nil, highestVersion: Int16? = nil,
    _ finish: @escaping (Result<Response, BrokerFailure>) -> Void
  ) {
    let exchange = Exchange(
      correlationId: takeCorrelationId(), request: request,
      timeoutMs: timeoutMs ?? settings.requestTimeoutMs, highestVersion: highestVersion,
      finish: finish)
    switch phase {
    case .ready(let channel, let versions) where !isRenewalDue:
      write(exchange, channel, versions)
    case .ready, .connecting, .securing, .negotiating, .authenticating: waiting.append(exchange)
    case .idle:
      if let lastFailure, MonotonicClock.systemMs() < notBeforeMs {
        finishSoon(exchange, lastFailure)
      } else {
        waiting.append(exchange)
        connect()
      }
    }
  }

  /// Drops the connection; what waits for an answer fails.
  func close() {
    fail(BrokerFailure(.brokerGone, "\(address): the connection was closed on this side"))
    failures = 0
    notBeforeMs = 0
  }

  func takeCorrelationId() -> Int32 {
    let id = nextCorrelationId
    nextCorrelationId = id == .max ? 0 : id + 1
    return id
  }

  private func finishSoon(_ exchange: Exchange, _ failure: BrokerFailure) {
    loop.assumeIsolated().execute { exchange.end(.failure(failure)) }
  }
}

extension BrokerConnection {
  private func connect() {
    attempt += 1
    let attempt = attempt
    phase = .connecting
    let bound = NIOLoopBound(self, eventLoop: loop)
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(.milliseconds(settings.connectTimeoutMs))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try bound.value.prepare(channel, attempt) }
      }
    // A number needs no resolver, which would start threads of its own.
    let numeric = try? SocketAddress(ipAddress: address.host, port: address.port)
    let future =
      numeric.map { bootstrap.connect(to: $0) }
      ?? bootstrap.connect(host: address.host, port: address.port)
    future.assumeIsolated().whenComplete { self.connected($0, attempt) }
  }

  private func prepare(_ channel: any Channel, _ attempt: Int) throws {
    let pipeline = channel.pipeline.syncOperations
    if let client = try tls.client() {
      try client.add(to: pipeline, host: address.host) { [weak self] in
        self?.becomeSecure(attempt)
      }
    }
    try pipeline.addHandlers([
      ByteToMessageHandler(FrameSplitter(limit: settings.frameLimit)),
      AnswerHandler(self, attempt: attempt),
    ])
  }

  private func connected(_ result: Result<any Channel, any Error>, _ attempt: Int) {
    switch result {
    case .failure(let error):
      if attempt == self.attempt { fail(named(ConnectFailure.ofConnect(error))) }
    case .success(let channel):
      guard attempt == self.attempt, case .connecting = phase else {
        channel.close(promise: nil)
        return
      }
      if settings.security.tls == nil || secured == attempt { return negotiate(channel) }
      phase = .securing(channel)
      let limitMs = settings.connectTimeoutMs
      loop.assumeIsolated().scheduleTask(in: .milliseconds(limitMs)) {
        guard attempt == self.attempt, case .securing = self.phase else { return }
        let words = "has not come to terms on TLS for \((limitMs + 500) / 1_000) s"
        self.ended(BrokerFailure(.timedOut, words), attempt)
      }
    }
  }

  /// The peer has shown a certificate that will do.
  private func becomeSecure(_ attempt: Int) {
    guard attempt == self.attempt else { return }
    secured = attempt
    if case .securing(let channel) = phase { negotiate(channel) }
  }

  private func negotiate(_ channel: any Channel) {
    phase = .negotiating(channel)
    // Version 3 is the newest that needs no guess about what the broker can parse (KIP-511).
    askVersions(channel, 3)
  }

  private func askVersions(_ channel: any Channel, _ version: Int16) {
    let request = ApiVersionsRequest(
      clientSoftwareName: "regroup", clientSoftwareVersion: "1")
    let exchange = Exchange(
      correlationId: takeCorrelationId(), request: .apiVersions(request),
      timeoutMs: settings.connectTimeoutMs,
      finish: { [weak self] in self?.versionsAnswered($0, channel, asked: version) })
    write(exchange, channel, version)
  }

  private func versionsAnswered(
    _ result: Result<Response, BrokerFailure>, _ channel: any Channel, asked: Int16
  ) {
    guard case .success(.apiVersions(let answer)) = result else { return }
    if answer.errorCode == .unsupportedVersion, asked > 0 {
      askVersions(channel, 0)
      return
    }
    guard answer.errorCode == .none else {
      fail(BrokerFailure(.denied, "\(address) answers ApiVersions with \(answer.errorCode)"))
      return
    }
    let versions = NegotiatedVersions(answer, caps: settings.caps.list)
    guard let sasl = settings.security.sasl else { return becomeReady(channel, versions) }
    authenticate(channel, versions, sasl)
  }

  func becomeReady(_ channel: any Channel, _ versions: NegotiatedVersions) {
    phase = .ready(channel, versions)
    spoken = versions
    failures = 0
    lastFailure = nil
    let queued = waiting
    waiting = []
    for exchange in queued { write(exchange, channel, versions) }
  }
}

extension BrokerConnection {
  private func write(
    _ exchange: Exchange, _ channel: any Channel, _ versions: NegotiatedVersions
  ) {
    guard let version = versions[exchange.api, atMost: exchange.highestVersion] else {
      let failure = BrokerFailure(
        .notOffered, "\(address) offers no \(exchange.api) in a version spoken here")
      finishSoon(exchange, failure)
      return
    }
    write(exchange, channel, version)
  }

  func write(_ exchange: Exchange, _ channel: any Channel, _ version: Int16) {
    let frame: [UInt8]
    do throws(WireError) {
      frame = try WireCodec.encode(
        exchange.request, version: version, correlationId: exchange.correlationId,
        clientId: settings.clientId)
    } catch {
      finishSoon(
        exchange, BrokerFailure(.unsendable, "\(exchange.api) v\(version) to \(address): \(error)"))
      return
    }
    var buffer = channel.allocator.buffer(capacity: frame.count + 4)
    buffer.writeInteger(Int32(frame.count))
    buffer.writeBytes(frame)
    var sent = exchange
    sent.version = version
    let id = exchange.correlationId
    sent.timer = loop.assumeIsolated().scheduleTask(in: .milliseconds(exchange.timeoutMs)) {
      self.timedOut(id)
    }
    inFlight.append(sent)
    channel.writeAndFlush(buffer, promise: nil)
  }

  private func timedOut(_ correlationId: Int32) {
    guard let late = inFlight.first(where: { $0.correlationId == correlationId }) else { return }
    let seconds = (late.timeoutMs + 500) / 1_000
    // Whoever waits for TLS takes our first request for its beginning.
    let isDeaf = late.api == .apiVersions && spoken == nil && settings.security.tls == nil
    let hint = isDeaf ? " (does it want TLS?)" : ""
    fail(
      BrokerFailure(.timedOut, "\(address) has not answered \(late.api) for \(seconds) s\(hint)"))
  }

  /// A whole frame has come.
  func received(_ frame: [UInt8], _ attempt: Int) {
    guard attempt == self.attempt else { return }
    guard let oldest = inFlight.first else {
      fail(BrokerFailure(.notKafka, "\(address) answers what nobody asked"))
      return
    }
    do throws(WireError) {
      let response = try AnswerReading.response(in: frame, to: oldest)
      inFlight.removeFirst()
      if case .ready = phase { hasServed = true }
      oldest.end(.success(response))
      renewIfDue()
    } catch {
      let place = "\(oldest.api) v\(oldest.version)"
      fail(
        BrokerFailure(.notKafka, "\(address) answers \(place) with bytes that are none: \(error)"))
    }
  }

  /// The channel has closed, or an error came up in it.
  func ended(_ failure: BrokerFailure, _ attempt: Int) {
    guard attempt == self.attempt else { return }
    var failure = failure
    if failure.kind == .brokerGone, let hint = hint { failure.detail += " \(hint)" }
    // One that has spoken with us before is not asked again whether it is Kafka: it has gone,
    // and what stands before it still takes connections.
    if isNew, failure.kind == .brokerGone { failure.kind = .notKafka }
    fail(named(failure))
  }

  /// Nothing has come of this connection, nor of one before it.
  private var isNew: Bool {
    if spoken != nil { return false }
    switch phase {
    case .securing, .negotiating: return true
    case .idle, .connecting, .authenticating, .ready: return false
    }
  }

  /// What a broker without a word for it may want.
  private var hint: String? {
    if hasServed { return nil }
    switch phase {
    case .negotiating where spoken == nil:
      let wish = settings.security.tls == nil ? "TLS or SASL" : "SASL"
      return "before it answered ApiVersions (does it want \(wish)?)"
    case .authenticating: return "during authentication"
    case .ready where settings.security.sasl == nil: return "(does it want SASL?)"
    default: return nil
    }
  }

  private func named(_ failure: BrokerFailure) -> BrokerFailure {
    BrokerFailure(failure.kind, "\(address) \(failure.detail)")
  }

  func fail(_ failure: BrokerFailure) {
    switch phase {
    case .idle: break
    case .connecting: attempt += 1
    case .securing(let channel), .negotiating(let channel), .authenticating(let channel, _),
      .ready(let channel, _):
      attempt += 1
      channel.close(promise: nil)
    }
    phase = .idle
    renewal?.cancel()
    isRenewalDue = false
    failures += 1
    lastFailure = failure
    notBeforeMs =
      MonotonicClock.systemMs()
      + settings.backoffMs(afterFailures: failures, isFinal: failure.isFinal)
    let lost = inFlight + waiting
    inFlight = []
    waiting = []
    for exchange in lost { exchange.end(.failure(failure)) }
  }
}
