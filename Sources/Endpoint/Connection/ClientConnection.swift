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
  private var id: ConnectionId?

  init(_ broker: Broker) { self.broker = broker }

  func channelActive(context: ChannelHandlerContext) {
    guard let id = broker.opened(self) else { return context.close(promise: nil) }
    self.id = id
    self.context = context
    clientHost = "/" + (context.remoteAddress?.ipAddress ?? "")
    context.read()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var frame = Self.unwrapInboundIn(data)
    waiting.append(frame.readBytes(length: frame.readableBytes) ?? [])
    serveNext()
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if waiting.isEmpty, !isServing { context.read() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    self.context = nil
    waiting = []
    if let id { broker.closed(id) }
    id = nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  func close() { context?.close(promise: nil) }

  private func serveNext() {
    while !isServing, let id, !waiting.isEmpty {
      isServing = true
      let frame = waiting.removeFirst()
      guard let call = Call(frame, from: id, host: clientHost) else {
        if let refusal = VersionRefusal.answer(to: frame) {
          write(refusal)
          isServing = false
          continue
        }
        // Bytes that are no request, an API or a version that is not spoken.
        return close()
      }
      broker.receive(call) { self.ended(call, $0) }
    }
  }

  private func ended(_ call: Call, _ reply: Reply) {
    guard let context else { return }
    isServing = false
    switch reply {
    case .response(let response):
      let frame = try? WireCodec.encode(
        response, version: call.header.apiVersion, correlationId: call.header.correlationId)
      guard let frame else { return close() }
      write(frame)
    case .nothing: break
    case .close: return close()
    }
    if waiting.isEmpty { context.read() } else { serveSoon(context) }
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
    context.writeAndFlush(Self.wrapOutboundOut(buffer), promise: nil)
  }
}
