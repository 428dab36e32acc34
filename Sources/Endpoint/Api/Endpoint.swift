import KafkaModel
import NIOCore
import NIOPosix

/// A broker of our own behind a Kafka listener: the coordinator that the simulation has, spoken to
/// over TCP by clients that others wrote. Records and groups live in memory.
///
/// It has one thread; every method may be called from any other.
public final class Endpoint: Sendable {
  private let group: MultiThreadedEventLoopGroup
  let broker: NIOLoopBound<Broker>
  var loop: any EventLoop { group.next() }
  /// Where it listens.
  public let port: Int

  /// Listens when it returns.
  public convenience init(_ config: EndpointConfig) throws(EndpointFailure) {
    try self.init(config) { SystemClock($0) }
  }

  init(
    _ config: EndpointConfig, clock: @escaping @Sendable (any EventLoop) -> any BrokerClock
  ) throws(EndpointFailure) {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    do {
      let broker = try loop.submit {
        NIOLoopBound(Broker(config, loop: loop, clock: clock(loop)), eventLoop: loop)
      }.wait()
      port = try loop.flatSubmit { broker.value.listen() }.wait()
      self.group = group
      self.broker = broker
    } catch {
      group.shutdownGracefully { _ in }
      throw EndpointFailure(listening: config, error)
    }
  }

  /// Makes a topic, as CreateTopics would; the answer says why it could not be made.
  public func makeTopic(_ name: TopicName, partitions: Int32) throws(EndpointFailure) {
    let request = CreateTopicsRequest(topics: [.init(name: name, numPartitions: partitions)])
    let broker = broker
    let verdict = try? group.next().submit { broker.value.create(request).topics.first }.wait()
    guard let verdict, verdict.errorCode != .none else { return }
    throw EndpointFailure(
      "topic \(name): \(verdict.errorMessage ?? "\(verdict.errorCode)")", isWrongUse: true)
  }

  /// A restart: no listener and no connection for a while; then what was written is there again,
  /// and what was only in memory (a rebalance under way, ids handed out) is lost.
  public func restart(afterMs: Int64) {
    let broker = broker
    group.next().execute { broker.value.restart(afterMs: afterMs) }
  }

  /// Closes the listener and all connections.
  public func stop() {
    let broker = broker
    try? group.next().submit { broker.value.leave() }.wait()
    try? group.syncShutdownGracefully()
  }
}
