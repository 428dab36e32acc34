#if Security
  import NIOCore
  import NIOSSL
  import NIOTLS

  /// Behind TLS at the client's end: tells when it stands, and makes plain words of its errors.
  final class TlsWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let tls: NIOSSLClientHandler
    private let host: String
    private let settings: TlsSettings
    private let established: () -> Void
    private var isEstablished = false
    private var hasFailed = false

    init(
      _ tls: NIOSSLClientHandler, host: String, settings: TlsSettings,
      established: @escaping () -> Void
    ) {
      self.tls = tls
      self.host = host
      self.settings = settings
      self.established = established
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if case TLSUserEvent.handshakeCompleted = event {
        isEstablished = true
        established()
      }
      context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
      if !isEstablished { fail(context, TlsProblem.endInHandshake) }
      context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      if case NIOSSLError.uncleanShutdown = error {
        // An end without a farewell is an end: frames have lengths, so that nothing can be missing.
        return
      }
      let fault = TlsProblem.fault(error, host: host, settings, peer: tls.peerCertificate)
      guard let fault else { return context.fireErrorCaught(error) }
      fail(context, fault)
    }

    private func fail(_ context: ChannelHandlerContext, _ fault: SecurityFault) {
      if hasFailed { return }
      hasFailed = true
      context.fireErrorCaught(fault)
    }
  }
#endif
