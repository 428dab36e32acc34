import Client
import KafkaModel
import NIOCore

/// The way of a watching process to the brokers: one connection each, and only questions on it.
final class ReadOnlyRouter {
  private let router: Router

  /// A question that takes longer is a broker that has gone away.
  private static let patienceMs: Int64 = 5_000

  init(bootstrap: [BrokerAddress], settings: ConnectionSettings, loop: any EventLoop) {
    router = Router(bootstrap: bootstrap, settings: settings, loop: loop)
  }

  /// Asks; `finish` is called exactly once, never before this returns.
  func ask(
    _ question: ReadOnlyRequest, of destination: Destination,
    _ finish: @escaping (Result<Response, BrokerFailure>) -> Void
  ) {
    router.send(
      question.request, to: destination, lane: .metadata, timeoutMs: Self.patienceMs, finish)
  }

  /// Below version 6 of DescribeGroups a group that is not there is described as dead.
  func version(of api: ApiKey) -> Int16? { router.version(of: api) }

  func closeAll() { router.closeAll() }
}
