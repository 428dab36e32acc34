import Glibc
import NIOCore

/// Why there is no listener.
public struct EndpointFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }

  init(listening config: EndpointConfig, _ error: any Error) {
    let place = "\(config.host):\(config.port)"
    let code = (error as? IOError)?.errnoCode
    self.init(
      code == EADDRINUSE
        ? "port \(config.port) of \(config.host) is in use already: --listen takes another one"
        : code.map { "\(place) cannot be listened on: \(String(cString: strerror($0)))" }
          ?? "\(place) cannot be listened on: \(error)")
  }
}
