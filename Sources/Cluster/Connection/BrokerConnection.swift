import KafkaModel
import KafkaWire
import Live
import NIOCore
import NIOPosix

/// One TCP connection to one broker: connects when it is first needed, asks which versions the
/// broker speaks, sends requests and hands each its answer. It is made anew after a failure.
///
/// All of it happens on one event loop.
final class BrokerConnection {
  let address: BrokerAddress
  private let settings: ConnectionSettings
  private let loop: any EventLoop

  private enum Phase {
    /// No connection; the next request makes one, unless the last attempt is too fresh.
    case idle
    case connecting
    /// ApiVersions was sent.
    case negotiating(any Channel)
    case ready(any Channel, NegotiatedVersions)
  }

  private var phase = Phase.idle
  private var spoken: NegotiatedVersions?
  private var waiting: [Exchange] = []
  private var inFlight: [Exchange] = []
  private var nextCorrelationId: Int32 = 0
  /// Tells late events of an old connection from the present one's.
  private var attempt = 0
  private var failures = 0
  private var lastFailure: BrokerFailure?
  private var notBeforeMs: Int64 = 0

  init(to address: BrokerAddress, settings: ConnectionSettings, loop: any EventLoop) {
    self.address = address
    self.settings = settings
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
    case .ready(let channel, let versions): write(exchange, channel, versions)
    case .connecting, .negotiating: waiting.append(exchange)
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

  private func takeCorrelationId() -> Int32 {
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
    let limit = settings.frameLimit
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(.milliseconds(settings.connectTimeoutMs))
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandlers([
            ByteToMessageHandler(FrameSplitter(limit: limit)),
            AnswerHandler(bound.value, attempt: attempt),
          ])
        }
      }
    // A number needs no resolver, which would start threads of its own.
    let numeric = try? SocketAddress(ipAddress: address.host, port: address.port)
    let future =
      numeric.map { bootstrap.connect(to: $0) }
      ?? bootstrap.connect(host: address.host, port: address.port)
    future.assumeIsolated().whenComplete { self.connected($0, attempt) }
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
      phase = .negotiating(channel)
      // Version 3 is the newest that needs no guess about what the broker can parse (KIP-511).
      askVersions(channel, 3)
    }
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

  private func write(_ exchange: Exchange, _ channel: any Channel, _ version: Int16) {
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
    fail(BrokerFailure(.timedOut, "\(address) has not answered \(late.api) for \(seconds) s"))
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
      oldest.end(.success(response))
    } catch {
      let place = "\(oldest.api) v\(oldest.version)"
      fail(
        BrokerFailure(.notKafka, "\(address) answers \(place) with bytes that are none: \(error)"))
    }
  }

  /// The channel has closed, or an error came up in it.
  func ended(_ failure: BrokerFailure, _ attempt: Int) {
    guard attempt == self.attempt else { return }
    // One that has spoken with us before is not asked again whether it is Kafka: it has gone,
    // and what stands before it still takes connections.
    if case .negotiating = phase, failure.kind == .brokerGone, spoken == nil {
      let hint = "\(failure.detail) before it answered ApiVersions (does it want TLS or SASL?)"
      fail(named(BrokerFailure(.notKafka, hint)))
      return
    }
    fail(named(failure))
  }

  private func named(_ failure: BrokerFailure) -> BrokerFailure {
    BrokerFailure(failure.kind, "\(address) \(failure.detail)")
  }

  private func fail(_ failure: BrokerFailure) {
    switch phase {
    case .idle: break
    case .connecting: attempt += 1
    case .negotiating(let channel), .ready(let channel, _):
      attempt += 1
      channel.close(promise: nil)
    }
    phase = .idle
    failures += 1
    lastFailure = failure
    notBeforeMs = MonotonicClock.systemMs() + settings.backoffMs(afterFailures: failures)
    let lost = inFlight + waiting
    inFlight = []
    waiting = []
    for exchange in lost { exchange.end(.failure(failure)) }
  }
}
