import NIOCore

#if Security
  import NIOSSL
  import NIOTLS
#endif

/// TLS at a listener's end of connections.
public final class TlsServer {
  #if Security
    private let context: NIOSSLContext
  #endif

  /// Throws where a certificate or key cannot be used.
  public init(_ settings: TlsListener) throws(SecurityFault) {
    #if Security
      context = try TlsContext.server(settings)
    #else
      throw SecurityFault.notBuiltIn
    #endif
  }

  /// Puts TLS before whatever else is in the pipeline. Who has not come to terms within that time
  /// is hung up on.
  public func add(
    to pipeline: ChannelPipeline.SynchronousOperations, withinMs: Int64
  ) throws {
    #if Security
      try pipeline.addHandlers([
        NIOSSLServerHandler(context: context), HandshakeLimit(withinMs: withinMs),
      ])
    #endif
  }
}

#if Security
  /// Ends a connection whose handshake does not.
  private final class HandshakeLimit: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer

    private let limit: TimeAmount
    private var timer: Scheduled<Void>?

    init(withinMs: Int64) { limit = .milliseconds(withinMs) }

    func handlerAdded(context: ChannelHandlerContext) {
      let channel = context.channel
      timer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) {
        channel.close(promise: nil)
      }
    }

    func channelInactive(context: ChannelHandlerContext) {
      timer?.cancel()
      context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if case TLSUserEvent.handshakeCompleted = event {
        timer?.cancel()
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
      }
      context.fireUserInboundEventTriggered(event)
    }
  }
#endif
