import NIOCore

#if Security
  import NIOSSL
#endif

/// TLS at the client's end of a connection.
public final class TlsClient {
  #if Security
    private let context: NIOSSLContext
    private let settings: TlsSettings
  #endif

  /// Throws where a certificate or key cannot be used.
  public init(_ settings: TlsSettings) throws(SecurityFault) {
    #if Security
      context = try TlsContext.client(settings)
      self.settings = settings
    #else
      throw SecurityFault.notBuiltIn
    #endif
  }

  /// Puts TLS before whatever else is in the pipeline, which sees `SecurityFault`s as errors.
  ///
  /// `established` is called once the peer has shown a certificate that will do.
  public func add(
    to pipeline: ChannelPipeline.SynchronousOperations, host: String,
    established: @escaping () -> Void
  ) throws {
    #if Security
      // An address is no name to ask for; it is looked up in the certificate all the same.
      let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
      let handler = try NIOSSLClientHandler(
        context: context, serverHostname: isAddress ? nil : host)
      let watch = TlsWatch(handler, host: host, settings: settings, established: established)
      try pipeline.addHandlers([handler, watch])
    #endif
  }
}

extension SecurityFault {
  /// What a program without TLS and SASL says.
  public static let notBuiltIn = SecurityFault(
    "this program was built without TLS and SASL (the package's trait Security)")
}
