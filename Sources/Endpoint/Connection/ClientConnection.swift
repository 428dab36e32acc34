import Feed
import KafkaModel
import KafkaWire
import NIOCore

/// One client's connection: its requests are served one after the other, as Kafka does, so that a
/// JoinGroup that waits holds up whatever follows it. While one is served nothing more is read.
final class ClientConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let broker: Broker
  private var context: ChannelHandlerContext?
  private var clientHost = ""
  private var waiting: [[UInt8]] = []
  private var isServing = false
  /// A whole frame has come: TLS is done.
  private var hasSpoken = false
  private var id: ConnectionId?
  /// nil: nobody is asked who it is.
  private let gate: AuthenticationGate?

  private let patience: Patience

  init(_ broker: Broker, _ patience: Patience) {
    self.broker = broker
    self.patience = patience
    gate = broker.gate()
  }

  func channelActive(context: ChannelHandlerContext) {
    let host = context.remoteAddress?.ipAddress ?? ""
    clientHost = "/" + host
    guard let id = broker.opened(self, from: host) else {
      tell(.crowded)
      return context.close(promise: nil)
    }
    self.id = id
    self.context = context
    if gate != nil { hurry(context) }
    patience.begin { [weak self] in self?.close() }
    context.read()
  }

  /// Who does not say who it is has no place here for long.
  private func hurry(_ context: ChannelHandlerContext) {
    let patience = TimeAmount.milliseconds(broker.config.security.patienceMs)
    context.eventLoop.assumeIsolated().scheduleTask(in: patience) { [weak self] in
      if self?.gate?.isOpen == false { self?.turnAway(.unauthenticated) }
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var frame = Self.unwrapInboundIn(data)
    hasSpoken = true
    waiting.append(frame.readBytes(length: frame.readableBytes) ?? [])
    serveNext()
  }

  func channelReadComplete(context: ChannelHandlerContext) { goOn(context) }

  /// Whoever does not take answers is not asked for more.
  func channelWritabilityChanged(context: ChannelHandlerContext) {
    patience.takes(answers: context.channel.isWritable)
    if context.channel.isWritable { goOn(context) }
  }

  private func goOn(_ context: ChannelHandlerContext) {
    if isServing || !context.channel.isWritable { return }
    if waiting.isEmpty { context.read() } else { serveSoon(context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    waiting = []
    patience.end()
    if let id { broker.closed(id) }
    id = nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if error is RequestSplitter.BadLength {
      tell(.notTaken)
    } else if !hasSpoken, broker.config.security.tls != nil, !(error is IOError) {
      tell(.tls)
    }
    context.close(promise: nil)
  }

  func close() { context?.close(promise: nil) }

  private func turnAway(_ why: TurnedAway) {
    tell(why)
    close()
  }

  private func tell(_ why: TurnedAway) {
    broker.witness?.turnedAway(host: String(clientHost.dropFirst()), why)
  }

  private func serveNext() {
    while !isServing, let id, !waiting.isEmpty, context?.channel.isWritable == true {
      isServing = true
      patience.serves(true)
      let frame = waiting.removeFirst()
      broker.frameCount += 1
      guard let call = Call(frame, from: id, host: clientHost) else {
        if let refusal = VersionRefusal.answer(to: frame) {
          write(refusal)
          isServing = false
          patience.serves(false)
          continue
        }
        // Bytes that are no request, an API or a version that is not spoken.
        return turnAway(.notTaken)
      }
      serve(call)
    }
  }

  private func serve(_ call: Call) {
    let verdict =
      gate?.judge(call.request, version: call.header.apiVersion, nowMs: broker.clock.nowMs) ?? .pass
    switch verdict {
    case .pass: broker.receive(call) { self.ended(call, $0) }
    case .answer(let response): ended(call, .response(response))
    case .answerAndClose(let response, let why):
      ended(call, .response(response))
      turnAway(why)
    case .close(let why): why.map(turnAway) ?? close()
    }
  }

  private func ended(_ call: Call, _ reply: Reply) {
    guard let context else { return }
    isServing = false
    patience.serves(false)
    switch reply {
    case .response(let response):
      let frame = try? WireCodec.encode(
        response, version: call.header.apiVersion, correlationId: call.header.correlationId)
      guard let frame else { return close() }
      write(frame)
    case .nothing: break
    case .close: return close()
    }
    goOn(context)
  }

  /// Not at once: answers that come at once would nest as deep as the client likes.
  private func serveSoon(_ context: ChannelHandlerContext) {
    context.eventLoop.assumeIsolated().execute { self.serveNext() }
  }

  private func write(_ frame: [UInt8]) {
    guard let context else { return }
    var buffer = context.channel.allocator.buffer(capacity: frame.count + 4)
    buffer.writeInteger(Int32(truncatingIfNeeded: frame.count))
    buffer.writeBytes(frame)
    let (size, patience) = (buffer.readableBytes, patience)
    patience.waits(toSend: size)
    if patience.isBeyondMemory {
      patience.sent(size)
      return close()
    }
    context.writeAndFlush(Self.wrapOutboundOut(buffer)).assumeIsolated().whenComplete { _ in
      patience.sent(size)
    }
  }
}
