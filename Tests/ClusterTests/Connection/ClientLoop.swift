import KafkaModel
import NIOCore
import NIOPosix

@testable import Cluster

/// An event loop for things that live on one, and a way to wait for them.
final class ClientLoop: Sendable {
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  let loop: any EventLoop

  init() { loop = group.next() }

  func stop() throws { try group.syncShutdownGracefully() }

  /// Makes something on the loop.
  func make<T>(_ body: @escaping @Sendable (any EventLoop) -> T) throws -> NIOLoopBound<T> {
    let loop = loop
    return try loop.submit { NIOLoopBound(body(loop), eventLoop: loop) }.wait()
  }

  /// Runs a body on the loop and waits until it calls back.
  func wait<Value: Sendable>(
    _ body: @escaping @Sendable (@escaping (Value) -> Void) -> Void
  ) throws -> Value {
    let promise = loop.makePromise(of: Value.self)
    loop.execute { body { promise.succeed($0) } }
    return try promise.futureResult.wait()
  }
}

extension ConnectionSettings {
  /// Short of patience, so that tests are quick; nothing is measured.
  static func forTests(caps: VersionCaps = VersionCaps()) -> ConnectionSettings {
    var settings = ConnectionSettings(clientId: "test", caps: caps)
    settings.reconnectBackoffMs = 1
    return settings
  }
}
