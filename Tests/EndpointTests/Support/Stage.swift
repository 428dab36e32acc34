import Glibc
import NIOCore

@testable import Endpoint

/// A broker whose time a test makes.
final class Stage {
  let endpoint: Endpoint

  init(_ config: EndpointConfig, startsAtMs: Int64 = 1_700_000_000_000) throws {
    endpoint = try Endpoint(config) { HandClock($0, startsAtMs: startsAtMs) }
  }

  /// Something that is done on the broker's own thread.
  func withBroker<T: Sendable>(_ body: @escaping @Sendable (Broker) throws -> T) throws -> T {
    let broker = endpoint.broker
    return try broker.eventLoop.submit { try body(broker.value) }.wait()
  }

  func advance(toMs: Int64) throws {
    let broker = endpoint.broker
    try broker.eventLoop.flatSubmit {
      (broker.value.clock as? HandClock)?.advance(toMs: toMs)
        ?? broker.eventLoop.makeSucceededVoidFuture()
    }.wait()
  }

  func advance(byMs: Int64) throws { try advance(toMs: try withBroker { $0.clock.nowMs } + byMs) }

  /// How many requests have come.
  func frameCount() throws -> Int64 { try withBroker { $0.frameCount } }

  /// Asks the broker until it is so; false where that takes too long.
  func waits(until isSo: @escaping @Sendable (Broker) -> Bool) throws -> Bool {
    for _ in 0..<400_000 {
      if try withBroker(isSo) { return true }
      sched_yield()
    }
    return false
  }
}
