import KafkaModel
import KafkaWire
import NIOCore
import NIOPosix
import Synchronization

/// A broker on a port of this machine that does what a test wants with each request.
final class FakeBroker: Sendable {
  /// What happens to a request.
  enum Reaction: Sendable {
    case answer(Response)
    /// An answer in another version than the request's.
    case answerAs(Response, version: Int16)
    /// These bytes instead of an answer, without length or anything.
    case bytes([UInt8])
    /// A frame's length and fewer bytes than that, then the end.
    case cut(Response, after: Int)
    case answerWithId(Response, Int32)
    case close
    case silence
  }

  typealias Script = @Sendable (Request, Int16) -> Reaction

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let channel: any Channel
  private let log: RequestLog

  final class RequestLog: Sendable {
    let entries = Mutex<[(request: Request, version: Int16)]>([])
  }

  init(_ script: @escaping Script) throws {
    let log = RequestLog()
    self.log = log
    channel = try ServerBootstrap(group: group)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(FakeBrokerHandler(script, log))
        }
      }
      .bind(host: "127.0.0.1", port: 0).wait()
  }

  var port: Int { channel.localAddress?.port ?? 0 }

  /// What was asked, ApiVersions included, in the order of arrival.
  var asked: [(request: Request, version: Int16)] { log.entries.withLock { $0 } }

  func stop() throws {
    try channel.close().wait()
    try group.syncShutdownGracefully()
  }

  /// A broker that lists these ranges of versions.
  static func listing(
    _ ranges: [(ApiKey, ClosedRange<Int16>)], _ rest: @escaping Script = { _, _ in .silence }
  ) -> Script {
    let answer = ApiVersionsResponse(
      apiKeys: ranges.map {
        .init(
          apiKey: $0.0.rawValue, minVersion: $0.1.lowerBound, maxVersion: $0.1.upperBound)
      })
    return { request, version in
      if case .apiVersions = request { return .answer(.apiVersions(answer)) }
      return rest(request, version)
    }
  }
}

private final class FakeBrokerHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let script: FakeBroker.Script
  private let log: FakeBroker.RequestLog
  private var decoder = FrameDecoder()

  init(_ script: @escaping FakeBroker.Script, _ log: FakeBroker.RequestLog) {
    self.script = script
    self.log = log
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = Self.unwrapInboundIn(data)
    decoder.append(buffer.readBytes(length: buffer.readableBytes) ?? [])
    do {
      while let frame = try decoder.next() {
        let (header, request) = try WireCodec.decodeRequest(frame)
        log.entries.withLock { $0.append((request, header.apiVersion)) }
        try react(script(request, header.apiVersion), header, context)
      }
    } catch {
      context.close(promise: nil)
    }
  }

  private func react(
    _ reaction: FakeBroker.Reaction, _ header: RequestHeader, _ context: ChannelHandlerContext
  ) throws {
    switch reaction {
    case .answer(let response):
      try answer(response, header.apiVersion, header.correlationId, context)
    case .answerAs(let response, let version):
      try answer(response, version, header.correlationId, context)
    case .answerWithId(let response, let id):
      try answer(response, header.apiVersion, id, context)
    case .bytes(let bytes):
      context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    case .cut(let response, let count):
      let frame = try WireCodec.encode(
        response, version: header.apiVersion, correlationId: header.correlationId)
      var buffer = ByteBuffer(integer: Int32(frame.count))
      buffer.writeBytes(frame.prefix(count))
      context.writeAndFlush(Self.wrapOutboundOut(buffer), promise: nil)
      context.close(promise: nil)
    case .close: context.close(promise: nil)
    case .silence: break
    }
  }

  private func answer(
    _ response: Response, _ version: Int16, _ id: Int32, _ context: ChannelHandlerContext
  ) throws {
    let frame = try WireCodec.encode(response, version: version, correlationId: id)
    var buffer = ByteBuffer(integer: Int32(frame.count))
    buffer.writeBytes(frame)
    context.writeAndFlush(Self.wrapOutboundOut(buffer), promise: nil)
  }
}
