import Client
import KafkaModel
import NIOCore

/// Knows the brokers and has one connection to each for each lane.
///
/// Learns addresses from the Metadata and FindCoordinator answers that pass through it.
final class Router {
  private struct Key: Hashable {
    var address: BrokerAddress
    var lane: Lane
  }

  private let bootstrap: [BrokerAddress]
  private let settings: ConnectionSettings
  private let loop: any EventLoop
  private let tls: SharedTls
  private var brokers: [BrokerId: BrokerAddress] = [:]
  private var connections: [Key: BrokerConnection] = [:]
  private var preferred = 0
  private var isCut = false
  /// A broker has answered a request.
  var onAnswer: () -> Void = {}

  init(bootstrap: [BrokerAddress], settings: ConnectionSettings, loop: any EventLoop) {
    precondition(!bootstrap.isEmpty, "a cluster has an address")
    self.bootstrap = bootstrap
    self.settings = settings
    self.loop = loop
    tls = SharedTls(settings.security)
  }

  /// Sends a request; `finish` is called exactly once, never before this returns.
  func send(
    _ request: Request, to destination: Destination, lane: Lane, timeoutMs: Int64? = nil,
    highestVersion: Int16? = nil,
    _ finish: @escaping (Result<Response, BrokerFailure>) -> Void
  ) {
    if isCut {
      return failSoon(BrokerFailure(.unreachable, "the network is cut"), finish)
    }
    guard let address = address(of: destination) else {
      return failSoon(BrokerFailure(.brokerGone, "\(destination) is not known"), finish)
    }
    let connection = connection(address, lane)
    connection.send(request, timeoutMs: timeoutMs, highestVersion: highestVersion) { result in
      switch result {
      case .success(let response):
        self.learn(response)
        self.onAnswer()
      case .failure: if case .any = destination { self.turnFrom(address) }
      }
      finish(result)
    }
  }

  /// What the broker speaks of an API; nil while that is not known, or where it has none.
  func version(of api: ApiKey) -> Int16? {
    for connection in connections.values {
      if let version = connection.version(of: api) { return version }
    }
    return nil
  }

  /// What a producer may do in this cluster; nil while no broker has said it.
  var transactionVersion: TransactionVersion? {
    connections.values.lazy.compactMap(\.transactionVersion).first
  }

  /// Drops all connections and makes no new ones until `heal`.
  func cut() {
    isCut = true
    closeAll()
  }

  func heal() { isCut = false }

  func closeAll() {
    let all = connections.values
    connections = [:]
    for connection in all { connection.close() }
  }

  private func failSoon(
    _ failure: BrokerFailure, _ finish: @escaping (Result<Response, BrokerFailure>) -> Void
  ) {
    loop.assumeIsolated().execute { finish(.failure(failure)) }
  }

  private func address(of destination: Destination) -> BrokerAddress? {
    switch destination {
    case .any: bootstrap[preferred % bootstrap.count]
    case .broker(let id): brokers[id]
    }
  }

  /// The next one is asked when an address of the list does not do.
  private func turnFrom(_ address: BrokerAddress) {
    if bootstrap[preferred % bootstrap.count] == address { preferred += 1 }
  }

  private func connection(_ address: BrokerAddress, _ lane: Lane) -> BrokerConnection {
    let key = Key(address: address, lane: lane)
    if let known = connections[key] { return known }
    let new = BrokerConnection(to: address, settings: settings, loop: loop, tls: tls)
    connections[key] = new
    return new
  }

  private func learn(_ response: Response) {
    switch response {
    case .metadata(let metadata):
      for broker in metadata.brokers { note(broker.nodeId, broker.host, broker.port) }
    case .findCoordinator(let answer):
      for found in answer.coordinators where found.errorCode == .none {
        note(found.nodeId, found.host, found.port)
      }
    default: break
    }
  }

  private func note(_ id: BrokerId, _ host: String, _ port: Int32) {
    guard !host.isEmpty, (1...65_535).contains(port) else { return }
    brokers[id] = BrokerAddress(host: host, port: Int(port))
  }
}
