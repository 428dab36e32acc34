import Glibc
import KafkaSecurity
import NIOCore
import NIOPosix

/// NIO's errors in plain words.
enum ConnectFailure {
  /// Why no connection came about.
  static func ofConnect(_ error: any Error) -> BrokerFailure {
    if let errors = error as? NIOConnectionError {
      for single in errors.connectionErrors {
        let failure = ofConnect(single.error)
        if failure.kind == .refused { return failure }
      }
      if let first = errors.connectionErrors.first { return ofConnect(first.error) }
      return BrokerFailure(.unreachable, "no such host")
    }
    if case ChannelError.connectTimeout = error {
      return BrokerFailure(.unreachable, "does not answer")
    }
    if let fault = error as? SecurityFault { return of(fault) }
    guard let io = error as? IOError else { return BrokerFailure(.unreachable, "\(error)") }
    if io.errnoCode == ECONNREFUSED {
      return BrokerFailure(.refused, "refuses the connection: nothing listens there")
    }
    return BrokerFailure(.unreachable, "cannot be reached: \(text(io.errnoCode))")
  }

  /// Why a connection broke.
  static func ofRead(_ error: any Error) -> BrokerFailure {
    if let failure = error as? BrokerFailure { return failure }
    if let fault = error as? SecurityFault { return of(fault) }
    guard let io = error as? IOError else { return BrokerFailure(.brokerGone, "\(error)") }
    return BrokerFailure(.brokerGone, "broke the connection: \(text(io.errnoCode))")
  }

  private static func of(_ fault: SecurityFault) -> BrokerFailure {
    switch fault.kind {
    case .setting, .untrusted: BrokerFailure(.untrusted, fault.description)
    case .refused: BrokerFailure(.notLetIn, fault.description)
    case .broken: BrokerFailure(.brokerGone, fault.description)
    }
  }

  private static func text(_ code: CInt) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: strlen(text)), as: UTF8.self)
  }
}
