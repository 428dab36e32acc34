import KafkaModel
import KafkaSecurity
import NIOCore
import NIOPosix

/// The groups of a cluster in a few words each.
public struct GroupListing: Hashable, Sendable {
  public var group: GroupId
  /// `consumer`, `connect`; empty for a group that never had members.
  public var protocolType: String
  /// Empty where brokers are too old to tell.
  public var state: String
  /// `classic`, `consumer`; empty where brokers are too old to tell.
  public var type: String

  public init(group: GroupId, protocolType: String = "", state: String = "", type: String = "") {
    self.group = group
    self.protocolType = protocolType
    self.state = state
    self.type = type
  }

  /// Asks all brokers, as each knows only the groups that it coordinates; in order of their names.
  ///
  /// Waits for the answers: seconds at most.
  public static func list(
    of bootstrap: [BrokerAddress], caps: VersionCaps = VersionCaps(),
    connection: ConnectionConfig = ConnectionConfig()
  ) throws(WatchFailure) -> [GroupListing] {
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    defer { try? loops.syncShutdownGracefully() }
    let loop = loops.next()
    let promise = loop.makePromise(of: Result<[GroupListing], WatchFailure>.self)
    loop.execute {
      var settings = ConnectionSettings(clientId: "regroup-watch", caps: caps)
      settings.take(connection)
      let router = ReadOnlyRouter(bootstrap: bootstrap, settings: settings, loop: loop)
      GroupLister(router).list { result in
        router.closeAll()
        promise.succeed(result)
      }
    }
    let result = try? promise.futureResult.wait()
    return try (result ?? .failure(.notNow(.listGroups, .unknownServerError))).get()
  }
}

/// Asks one broker after the other who they are, and all at once for their groups.
private final class GroupLister {
  private let router: ReadOnlyRouter
  private var found: [GroupListing] = []
  private var failure: WatchFailure?
  private var open = 0

  init(_ router: ReadOnlyRouter) { self.router = router }

  func list(_ ended: @escaping (Result<[GroupListing], WatchFailure>) -> Void) {
    router.ask(.metadata([]), of: .any) { result in
      switch result {
      case .failure(let failure): ended(.failure(.broker(failure)))
      case .success(.metadata(let answer)):
        self.open = answer.brokers.count
        if self.open == 0 { ended(.failure(.notNow(.metadata, .none))) }
        for broker in answer.brokers { self.ask(broker.nodeId, ended) }
      case .success: ended(.failure(.notNow(.metadata, .unknownServerError)))
      }
    }
  }

  private func ask(
    _ broker: BrokerId, _ ended: @escaping (Result<[GroupListing], WatchFailure>) -> Void
  ) {
    router.ask(.listGroups, of: .broker(broker)) { result in
      switch result {
      case .failure(let failure): self.failure = self.failure ?? .broker(failure)
      case .success(.listGroups(let answer)):
        self.failure = self.failure ?? WatchFailure(answer.errorCode, to: .listGroups)
        self.found += answer.groups.map {
          GroupListing(
            group: $0.groupId, protocolType: $0.protocolType, state: $0.groupState,
            type: $0.groupType)
        }
      case .success: break
      }
      self.open -= 1
      if self.open > 0 { return }
      // A broker that is away takes only its own groups out of the list.
      if self.found.isEmpty, let failure = self.failure { return ended(.failure(failure)) }
      ended(.success(self.found.sorted { $0.group < $1.group }))
    }
  }
}
