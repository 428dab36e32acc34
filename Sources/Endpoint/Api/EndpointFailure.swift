import Glibc
import NIOCore

/// Why there is no listener.
public struct EndpointFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String
  /// What was asked for can be done nowhere.
  public var isWrongUse: Bool

  init(_ description: String, isWrongUse: Bool = false) {
    self.description = description
    self.isWrongUse = isWrongUse
  }

  init(listening config: EndpointConfig, _ error: any Error) {
    let place = "\(config.host):\(config.port)"
    if error is SocketAddressError.UnknownHost {
      self.init("\(place) cannot be listened on: there is no such host")
      return
    }
    let code = (error as? IOError)?.errnoCode
    self.init(
      code == EADDRINUSE
        ? "port \(config.port) of \(config.host) is in use already: --listen takes another one"
        : code.map { "\(place) cannot be listened on: \(String(cString: strerror($0)))" }
          ?? "\(place) cannot be listened on: \(error)")
  }
}
