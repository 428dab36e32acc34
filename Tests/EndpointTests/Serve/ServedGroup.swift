import Feed
import Glibc
import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// A served group in a test: what has happened, and clients that join it.
final class ServedGroup {
  let source: ServeSource
  private(set) var events: [FeedEvent] = []

  init(_ change: (inout ServeOptions) -> Void = { _ in }) throws {
    var options = ServeOptions(
      endpoint: EndpointConfig(), topics: [.init(name: "t", partitions: 3)])
    options.endpoint.coordinator.initialRebalanceDelayMs = 0
    change(&options)
    source = try ServeSource(options)
  }

  deinit { source.shutDown() }

  var picture: GroupPicture { source.picture }

  /// Waits until it is so; false after ten seconds.
  func comes(_ isSo: (GroupPicture) -> Bool) -> Bool {
    for _ in 0..<2_000 {
      events += source.drain(toMs: 0).map(\.event)
      if isSo(source.picture) { return true }
      source.awaitNews(ms: 5)
    }
    return false
  }

  /// Waits for the event; false after ten seconds.
  func hears(_ event: FeedEvent) -> Bool { comes { _ in events.contains(event) } }

  /// The first one joins, and again when the second one has come.
  func joinTogether(_ clients: [GroupClient]) throws {
    try clients[0].join()
    try clients[1].sendJoin()
    #expect(comes { $0.state == .preparingRebalance && $0.generation == Generation(1) })
    try clients[0].sendJoin()
    for client in clients { try client.hearJoin() }
    for client in clients { try client.sendSync() }
    for client in clients { try client.hearSync() }
  }

  func client(_ clientId: String = "c", instance: InstanceId? = nil) throws -> GroupClient {
    try GroupClient(port: source.port, clientId: clientId, instance: instance)
  }
}

extension ServeSource {
  /// Sleeps in `poll` until something has come, or the time is over.
  fileprivate func awaitNews(ms: Int32) {
    var ready = pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&ready, 1, ms)
  }
}

/// A member that a test leads through the protocol step by step.
final class GroupClient {
  private var wire: WireClient
  private let port: Int
  private let fetching: WireClient
  let clientId: String
  let instance: InstanceId?
  private(set) var memberId: MemberId = ""
  private(set) var generation = Generation.none
  private(set) var members: [JoinGroupResponse.Member] = []
  var owned: [TopicPartition] = []
  var sessionTimeoutMs: Int32 = 10_000
  var assignor = "range"

  init(port: Int, clientId: String, instance: InstanceId?) throws {
    self.port = port
    wire = try WireClient(port: port)
    fetching = try WireClient(port: port)
    self.clientId = clientId
    self.instance = instance
  }

  private var joining: Request {
    get throws {
      let subscription = ConsumerSubscription(topics: ["t"], ownedPartitions: owned)
      return .joinGroup(
        JoinGroupRequest(
          groupId: "g", sessionTimeoutMs: sessionTimeoutMs, rebalanceTimeoutMs: 20_000,
          memberId: memberId, groupInstanceId: instance,
          protocols: [.init(name: assignor, metadata: try subscription.bytes())]))
    }
  }

  /// Tells what program it is (KIP-511).
  func introduce(as program: String) throws {
    _ = try wire.ask(
      .apiVersions(ApiVersionsRequest(clientSoftwareName: program, clientSoftwareVersion: "1")),
      version: 3, clientId: clientId)
  }

  /// Asks for an id first, where it has none yet.
  func sendJoin() throws {
    if memberId.isEmpty, instance == nil {
      if case .joinGroup(let answer)? = try wire.ask(joining, version: 9, clientId: clientId) {
        memberId = answer.memberId
      }
    }
    send(try joining, version: 9)
  }

  private func send(_ request: Request, version: Int16) {
    let frame = try? WireCodec.encode(
      request, version: version, correlationId: 7, clientId: clientId)
    wire.send(frame: frame ?? [])
  }

  /// The answer to what was sent.
  func hear(_ api: ApiKey, version: Int16) throws -> Response? {
    let count = wire.frames.count
    wire.read(frames: count + 1)
    guard wire.frames.count > count else { return nil }
    return try WireCodec.decodeResponse(wire.frames[count], api: api, version: version).response
  }

  @discardableResult func hearJoin() throws -> JoinGroupResponse? {
    guard case .joinGroup(let answer)? = try hear(.joinGroup, version: 9) else { return nil }
    (memberId, generation, members) = (answer.memberId, answer.generationId, answer.members)
    return answer
  }

  /// The leader gives each member in turn one partition, the last one the rest.
  func sendSync(partitions: Int32 = 3) throws {
    var shares: [SyncGroupRequest.Assignment] = []
    for (index, member) in members.enumerated() {
      let own = (0..<partitions).filter {
        index == members.count - 1 ? $0 >= Int32(index) : $0 == Int32(index)
      }
      let assignment = ConsumerAssignment(partitions: own.map { TopicPartition("t", $0) })
      shares.append(.init(memberId: member.memberId, assignment: try assignment.bytes()))
    }
    send(
      .syncGroup(
        SyncGroupRequest(
          groupId: "g", generationId: generation, memberId: memberId, groupInstanceId: instance,
          protocolType: "consumer", protocolName: "range", assignments: shares)), version: 5)
  }

  func hearSync() throws {
    guard case .syncGroup(let answer)? = try hear(.syncGroup, version: 5) else { return }
    owned = try ConsumerAssignment(bytes: answer.assignment).partitions
  }

  func join() throws {
    try sendJoin()
    try hearJoin()
    try sendSync()
    try hearSync()
  }

  func sendHeartbeat() {
    send(
      .heartbeat(
        HeartbeatRequest(
          groupId: "g", generationId: generation, memberId: memberId,
          groupInstanceId: instance)), version: 4)
  }

  /// One Fetch of what it owns, over another connection, as clients do it.
  func fetch(from offset: Int64) throws {
    let topics = owned.map {
      FetchRequest.Topic(
        name: $0.topic,
        partitions: [.init(partition: $0.partition, fetchOffset: Offset(offset))])
    }
    let request = FetchRequest(maxWaitMs: 0, minBytes: 0, topics: topics)
    _ = try fetching.ask(.fetch(request), version: 12, clientId: clientId)
  }

  /// The same as newer clients do it: by topic ids in a session, whose second request names only
  /// what has changed.
  func fetchInSession(from offset: Int64) throws {
    let known = try fetching.ask(
      .metadata(MetadataRequest(topics: [owned[0].topic])), version: 12, clientId: clientId)
    guard case .metadata(let metadata) = known, let topic = metadata.topics.first else { return }
    let all = owned.map {
      FetchRequest.Partition(partition: $0.partition, fetchOffset: Offset(offset))
    }
    let first = FetchRequest(
      maxWaitMs: 0, minBytes: 0, sessionEpoch: 0,
      topics: [.init(name: "", partitions: all, topicId: topic.topicId)])
    guard
      case .fetch(let opened) = try fetching.ask(.fetch(first), version: 16, clientId: clientId)
    else { return }
    let second = FetchRequest(
      maxWaitMs: 0, minBytes: 0, sessionId: opened.sessionId, sessionEpoch: 1, topics: [])
    _ = try fetching.ask(.fetch(second), version: 16, clientId: clientId)
  }

  func leave() throws {
    let member = LeaveGroupRequest.Member(memberId: memberId, groupInstanceId: instance)
    _ = try wire.ask(
      .leaveGroup(LeaveGroupRequest(groupId: "g", members: [member])), version: 5,
      clientId: clientId)
  }

  /// As a client that takes its coordinator for dead: a new connection, no id, and it fetches on.
  func beginAnew() throws {
    wire.disconnect()
    wire = try WireClient(port: port)
    memberId = ""
  }

  func hangUp() {
    wire.disconnect()
    fetching.disconnect()
  }
}
