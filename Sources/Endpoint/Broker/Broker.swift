import Coordinator
import KafkaModel
import KafkaSecurity
import NIOCore
import NIOPosix

/// A broker of one node: hands each request to whom it concerns and answers when that is done.
///
/// All of it happens on one event loop.
final class Broker {
  let config: EndpointConfig
  let loop: any EventLoop
  let clock: any BrokerClock
  /// What clients are told to connect to.
  var port: Int32
  var topics: TopicTable
  var coordinator: GroupCoordinator
  /// Requests that the coordinator has not answered yet.
  var parked: [RequestToken: (call: Call, finish: (Response) -> Void)] = [:]
  var timers: [CoordinatorTimer: Alarm] = [:]
  var offsetsLog: OffsetsLog
  var groupRoom = GroupRoom()
  var transactions: TransactionCoordinator
  /// `__transaction_state`: of each id only the newest record counts.
  var transactionLog: [TransactionalId: TransactionLogValue] = [:]
  var fetches: [Int64: FetchWait] = [:]
  var sessions: FetchSessions
  private(set) var connections = ConnectionTable<ClientConnection>()
  private var lastNumber: Int64 = 0
  /// How many requests have been looked at.
  var frameCount: Int64 = 0
  /// Half frames and answers that nobody took yet.
  var pendingBytes = 0
  var isMakingOffsetsTopic = false
  var outbox = Outbox()
  /// Looks on; nil where nobody does.
  var witness: (any BrokerWitness)?
  private var listener: (any Channel)?

  static let node = BrokerId(1)
  static let clusterId = "regroup-broker-cluster"

  init(_ config: EndpointConfig, loop: any EventLoop, clock: any BrokerClock) {
    self.config = config
    self.loop = loop
    port = Int32(config.port)
    self.clock = clock
    topics = TopicTable(config)
    sessions = FetchSessions(seed: config.seed)
    coordinator = GroupCoordinator(
      config: config.coordinator, generator: SeededGenerator(seed: config.seed))
    offsetsLog = OffsetsLog(partitions: config.offsetsTopicPartitions)
    transactions = TransactionCoordinator(
      config: config.coordinator, startedMs: clock.nowMs)
    if config.offsetsTopicDelayMs > 0 { return }
    makeOffsetsTopic()
    makeTransactionTopic()
  }

  var host: String { config.advertisedHost ?? config.host }

  func nextNumber() -> Int64 {
    lastNumber += 1
    return lastNumber
  }

  /// nil: there are too many connections, of all or of this host, or there is no listener any more.
  func opened(_ connection: ClientConnection, from host: String) -> ConnectionId? {
    if listener == nil || !connections.hasRoom(for: host, config.limits) { return nil }
    let id = ConnectionId(value: nextNumber())
    connections.add(connection, id, from: host)
    return id
  }

  /// The coordinator never hears of it: a member is bound to its session, not to a connection.
  func closed(_ id: ConnectionId) {
    connections.remove(id)
    for (token, waiting) in parked where waiting.call.connection == id { parked[token] = nil }
    for (number, wait) in fetches where wait.call.connection == id { forget(fetch: number) }
    forgetAnswers(to: id)
  }

  /// Does what a request asks for; `finish` is called at most once, perhaps before this returns.
  func serve(_ call: Call, _ finish: @escaping (Reply) -> Void) {
    let answer = { [throttleTimeMs = config.throttleTimeMs] (response: Response) in
      finish(.response(throttleTimeMs > 0 ? response.throttled(forMs: throttleTimeMs) : response))
    }
    let version = call.header.apiVersion
    switch call.request {
    case .apiVersions(let request):
      answer(.apiVersions(AdvertisedApis.answer(request, version: version)))
    case .metadata(let request): answer(.metadata(metadata(request, version: version)))
    case .createTopics(let request): answer(.createTopics(create(request)))
    case .createPartitions(let request): answer(.createPartitions(grow(request)))
    case .saslHandshake:
      // This listener asks nobody who they are (`SaslServerAuthenticator` is not in the way).
      answer(.saslHandshake(SaslHandshakeResponse(errorCode: .illegalSaslState)))
    case .saslAuthenticate:
      answer(.saslAuthenticate(SaslAuthenticateResponse(errorCode: .illegalSaslState)))
    case .deleteTopics(let request): answer(.deleteTopics(delete(request)))
    case .findCoordinator(let request):
      answer(.findCoordinator(findCoordinator(request, version: version)))
    case .listOffsets(let request):
      answer(.listOffsets(offsets(request, version: version)))
    case .produce(let request):
      let isById = version >= 13
      produce(isById ? named(request) : request, call, answer, finish)
    case .fetch(let request): fetch(request, call, answer)
    case .offsetCommit(let request) where version >= 10: commitById(request, call, answer)
    case .offsetCommit(let request): commit(request, call, answer)
    case .offsetFetch(let request) where version >= 10: offsetsById(request, call, answer)
    case .offsetFetch, .joinGroup, .heartbeat, .leaveGroup, .syncGroup, .listGroups,
      .deleteGroups:
      askCoordinator(call.request, call, answer)
    case .describeGroups(let request): describe(request, call, answer)
    case .initProducerId(let request): initialize(request, call, answer)
    case .addOffsetsToTxn, .endTxn: askTransactions(call.request, call, answer)
    case .addPartitionsToTxn(let request): addPartitions(request, call, answer)
    case .txnOffsetCommit(let request): commit(request, call, answer)
    case .offsetDelete(let request): delete(request, call, answer)
    case .deleteRecords(let request): answer(.deleteRecords(deleteRecords(request)))
    case .offsetForLeaderEpoch(let request): answer(.offsetForLeaderEpoch(epochEnds(request)))
    case .describeCluster(let request): answer(.describeCluster(cluster(request)))
    case .describeTransactions(let request): answer(.describeTransactions(describe(request)))
    case .listTransactions(let request): answer(.listTransactions(list(request)))
    case .describeProducers(let request): answer(.describeProducers(producers(request)))
    case .describeTopicPartitions(let request):
      answer(.describeTopicPartitions(topicPage(request)))
    case .describeConfigs(let request): answer(.describeConfigs(settings(request)))
    }
  }
}

extension Broker {
  /// The port, once it is open.
  func listen() -> EventLoopFuture<Int> {
    let bound = NIOLoopBound(self, eventLoop: loop)
    let tls: NIOLoopBound<TlsServer?>
    do { tls = NIOLoopBound(try self.tls(), eventLoop: loop) } catch {
      return loop.makeFailedFuture(error)
    }
    return ServerBootstrap(group: loop)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { [limit = config.limits.frameBytes] channel in
        channel.eventLoop.makeCompletedFuture {
          try tls.value?.add(
            to: channel.pipeline.syncOperations,
            withinMs: bound.value.config.security.patienceMs)
          let patience = Patience(bound.value)
          try channel.pipeline.syncOperations.addHandlers([
            ByteToMessageHandler(RequestSplitter(limit: limit, patience: patience)),
            ClientConnection(bound.value, patience),
          ])
        }
      }
      .bind(host: config.host, port: Int(port))
      .assumeIsolated().map { listener in
        self.listener = listener
        self.port = Int32(listener.localAddress?.port ?? Int(self.port))
        return Int(self.port)
      }.nonisolated()
  }

  /// Closes the listener and every connection; what only the memory knew is lost.
  func leave() {
    listener?.close(promise: nil)
    listener = nil
    let open = connections.all
    connections = ConnectionTable()
    parked = [:]
    for number in fetches.keys { forget(fetch: number) }
    for connection in open { connection.close() }
    give(.unload)
    take(transactions.unload(nowMs: clock.nowMs))
  }

  /// Takes up again what was written. A port that is taken is tried until it is free.
  func restart(afterMs: Int64) {
    leave()
    comeBack(afterMs: afterMs)
  }

  private func comeBack(afterMs: Int64) {
    clock.after(afterMs) {
      self.listen().assumeIsolated().whenComplete { result in
        switch result {
        case .success:
          self.give(.load(self.offsetsLog.all))
          self.take(
            self.transactions.load(self.transactionRecords, nowMs: self.clock.nowMs))
        case .failure: self.comeBack(afterMs: 100)
        }
      }
    }
  }
}
