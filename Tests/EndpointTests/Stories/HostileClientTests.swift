import Foundation
import KafkaModel
import KafkaWire
import Testing

@testable import Endpoint

/// Clients that mean no good, or are broken: they cost little, and not for long.
@Suite struct HostileClientTests {
  private let metadata = Request.metadata(MetadataRequest(topics: nil))

  private func withStage(
    _ change: (inout EndpointConfig) -> Void = { _ in }, _ body: (Stage) throws -> Void
  ) throws {
    var config = EndpointConfig()
    change(&config)
    let stage = try Stage(config)
    defer { stage.endpoint.stop() }
    try body(stage)
  }

  private func connect(_ stage: Stage) throws -> WireClient {
    try WireClient(port: stage.endpoint.port)
  }

  @Test func whoNeverAsksIsSentAway() throws {
    try withStage { stage in
      let client = try connect(stage)
      #expect(try stage.waits { $0.connections.count == 1 })
      try stage.advance(byMs: 22_000)
      #expect(try stage.withBroker { $0.connections.count } == 1)
      try stage.advance(byMs: 8_000)
      client.read(frames: 1)
      #expect(client.isClosed)
    }
  }

  @Test func aHalfRequestIsWaitedForAWhile() throws {
    try withStage { stage in
      let client = try connect(stage)
      #expect(try client.ask(metadata, version: 9) != nil)
      try stage.advance(byMs: 100_000)
      client.send(bytes: [0, 0, 0, 99, 0, 3])
      #expect(try stage.waits { $0.pendingBytes == 6 })
      try stage.advance(byMs: 20_000)
      // Drop by drop does not help.
      client.send(bytes: [0])
      #expect(try stage.waits { $0.pendingBytes == 7 })
      try stage.advance(byMs: 20_000)
      client.read(frames: 2)
      #expect(client.isClosed)
      #expect(try stage.waits { $0.connections.isEmpty && $0.pendingBytes == 0 })
    }
  }

  @Test func whoIsIdleTooLongIsSentAway() throws {
    try withStage({ $0.connectionsMaxIdleMs = 60_000 }) { stage in
      let client = try connect(stage)
      for _ in 0..<4 {
        #expect(try client.ask(metadata, version: 9) != nil)
        try stage.advance(byMs: 50_000)
      }
      #expect(try stage.withBroker { $0.connections.count } == 1)
      try stage.advance(byMs: 20_000)
      client.read(frames: 5)
      #expect(client.isClosed)
    }
  }

  /// A JoinGroup that waits is no idleness.
  @Test func whoIsKeptWaitingIsNotIdle() throws {
    try withStage({ $0.connectionsMaxIdleMs = 1_000 }) { stage in
      let client = try connect(stage)
      let join = JoinGroupRequest(
        groupId: "g", sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 60_000, memberId: "",
        groupInstanceId: "i", protocolType: "consumer",
        protocols: [.init(name: "range", metadata: [0])])
      client.send(
        frame: try WireCodec.encode(.joinGroup(join), version: 5, correlationId: 1, clientId: "c"))
      #expect(try stage.waits { $0.frameCount == 1 })
      try stage.advance(byMs: 2_900)
      #expect(try stage.withBroker { $0.connections.count } == 1)
      try stage.advance(byMs: 200)
      client.read(frames: 1)
      #expect(client.frames.count == 1)
    }
  }

  /// Requests upon requests, and no answer is read: the broker stops reading, then hangs up.
  @Test func whoTakesNoAnswersMakesTheBrokerHoldLittle() throws {
    try withStage { stage in
      try stage.endpoint.makeTopic("orders", partitions: 1)
      let client = try connect(stage)
      let big = RecordBatch(
        baseTimestampMs: 1,
        records: [.init(key: nil, value: [UInt8](repeating: 7, count: 900_000))]
      ).bytes
      let produce = ProduceRequest(topics: [
        .init(name: "orders", partitions: [.init(index: 0, records: big)])
      ])
      #expect(try client.ask(.produce(produce), version: 9) != nil)
      let fetch = FetchRequest(
        maxWaitMs: 0, minBytes: 1,
        topics: [
          .init(name: "orders", partitions: [.init(partition: 0, fetchOffset: Offset(0))])
        ])
      let frame = try WireCodec.encode(
        .fetch(fetch), version: 12, correlationId: 1, clientId: "c")
      for _ in 0..<300 { client.send(frame: frame) }
      #expect(try stage.waits { $0.pendingBytes > 0 })
      // Two hundred and seventy megabytes were asked for; what the sockets hold is not ours.
      for _ in 0..<50 { #expect(try stage.withBroker { $0.pendingBytes } < 4_000_000) }
      try stage.advance(byMs: 40_000)
      #expect(try stage.waits { $0.connections.isEmpty && $0.pendingBytes == 0 })
    }
  }

  @Test func halfFramesOfAllTogetherAreBounded() throws {
    try withStage({ $0.limits.pendingBytes = 100_000 }) { stage in
      let clients = try (0..<8).map { _ in try connect(stage) }
      for client in clients {
        client.send(bytes: [0, 0x10, 0, 0] + [UInt8](repeating: 0, count: 30_000))
      }
      #expect(try stage.waits { $0.connections.count <= 4 && $0.pendingBytes <= 100_000 })
      for client in clients { client.disconnect() }
      #expect(try stage.waits { $0.connections.isEmpty && $0.pendingBytes == 0 })
    }
  }

  @Test func fiftyThatSendGarbageAndDropLeaveNothingBehind() throws {
    try withStage { stage in
      var chance = SeededGenerator(seed: 6)
      for _ in 0..<10 {
        let clients = try (0..<50).map { _ in try connect(stage) }
        for client in clients {
          switch chance.int(in: 0...3) {
          case 0: client.send(bytes: (0..<40).map { _ in UInt8(chance.int(in: 0...255)) })
          case 1: client.send(bytes: [0, 0, 1, 0, 0, 11, 0, 5])
          case 2: _ = try client.ask(metadata, version: 9)
          default: break
          }
        }
        for client in clients { client.disconnect() }
      }
      #expect(try stage.waits { $0.connections.isEmpty && $0.pendingBytes == 0 })
      // Nobody keeps a descriptor of the listener's port open but the listener itself.
      #expect(try Self.sockets(onPort: stage.endpoint.port) == 1)
      #expect(try connect(stage).ask(metadata, version: 9) != nil)
    }
  }

  /// Sockets of this process whose own port it is.
  private static func sockets(onPort port: Int) throws -> Int {
    let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
    let own = links.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
    let hex = String(port, radix: 16, uppercase: true)
    let suffix = ":" + String(repeating: "0", count: 4 - hex.count) + hex
    return table.split(separator: "\n").count { line in
      let fields = line.split(separator: " ")
      guard fields.count > 9, fields[1].hasSuffix(suffix) else { return false }
      return own.contains("socket:[\(fields[9])]")
    }
  }

  /// What was counted too often is counted anew; what is really kept is refused.
  @Test func theRoomForGroupsIsAnEstimateThatIsMadeGood() {
    var room = GroupRoom()
    var counts = 0
    func take(_ bytes: Int, kept: Int, nowMs: Int64) -> Bool {
      room.take(bytes, limit: 100, nowMs: nowMs) {
        counts += 1
        return kept
      }
    }
    #expect(take(60, kept: 0, nowMs: 0) && take(40, kept: 60, nowMs: 0) && counts == 0)
    // The same members have joined again.
    #expect(take(40, kept: 60, nowMs: 0) && counts == 1)
    // All is taken: refused, and not counted again and again.
    #expect(!take(40, kept: 100, nowMs: 10) && !take(40, kept: 100, nowMs: 20) && counts == 1)
    #expect(!take(40, kept: 100, nowMs: 1_500) && counts == 2)
    #expect(take(40, kept: 30, nowMs: 3_000) && counts == 3)
  }

  @Test func groupsMembersAndOffsetsAreBounded() throws {
    try withStage({
      $0.limits.groups = 2
      $0.limits.members = 3
      $0.limits.offsets = 4
    }) { stage in
      try stage.endpoint.makeTopic("orders", partitions: 9)
      let client = try connect(stage)
      func join(_ group: GroupId, metadata: [UInt8] = [0]) throws -> ErrorCode? {
        let request = JoinGroupRequest(
          groupId: group, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 60_000, memberId: "",
          groupInstanceId: nil, protocolType: "consumer",
          protocols: [.init(name: "range", metadata: metadata)])
        guard case .joinGroup(let answer)? = try client.ask(.joinGroup(request), version: 5)
        else { return nil }
        return answer.errorCode
      }
      #expect(try join("a", metadata: [UInt8](repeating: 0, count: 2 << 20)) == .policyViolation)
      for _ in 0..<3 { #expect(try join("a") == .memberIdRequired) }
      #expect(try join("a") == .policyViolation)
      #expect(try join("b") == .memberIdRequired)
      #expect(try join("c") == .policyViolation)
      func commit(_ partition: Int32) throws -> ErrorCode? {
        let request = OffsetCommitRequest(
          groupId: "b",
          topics: [
            .init(
              name: "orders",
              partitions: [.init(partitionIndex: partition, committedOffset: Offset(1))])
          ])
        guard case .offsetCommit(let answer)? = try client.ask(.offsetCommit(request), version: 8)
        else { return nil }
        return answer.topics[0].partitions[0].errorCode
      }
      #expect(try commit(0) == ErrorCode.none)
      #expect(try commit(0) == ErrorCode.none)
      #expect(try commit(0) == ErrorCode.none)
      #expect(try commit(1) == ErrorCode.none)
      #expect(try commit(2) == .policyViolation)
    }
  }

  @Test func whatMembersSayIsBoundedInAllGroups() throws {
    try withStage({ $0.limits.groupBytes = 5_000 }) { stage in
      let client = try connect(stage)
      func join(_ group: GroupId) throws -> ErrorCode? {
        let request = JoinGroupRequest(
          groupId: group, sessionTimeoutMs: 10_000, rebalanceTimeoutMs: 60_000, memberId: "",
          groupInstanceId: nil, protocolType: "consumer",
          protocols: [.init(name: "range", metadata: [UInt8](repeating: 0, count: 1_000))])
        guard case .joinGroup(let answer)? = try client.ask(.joinGroup(request), version: 5)
        else { return nil }
        return answer.errorCode
      }
      #expect(try join("a") == .memberIdRequired && join("b") == .memberIdRequired)
      // Ids that were handed out hold no more than their place.
      #expect(try join("c") == .memberIdRequired)
      #expect(try join("d") == .policyViolation)
    }
  }

  /// A request names as many topics as fit into it: looking through all for each would hold up
  /// everybody else.
  @Test func verdictsOfManyTopicsAreJoinedOneByOne() {
    let verdicts = (0..<100_000).map {
      OffsetCommitResponse.Topic(
        name: TopicName("t\($0)"), partitions: [.init(partitionIndex: 0, errorCode: .none)])
    }
    let joined = verdicts.joined(with: verdicts.reversed())
    #expect(joined.count == 100_000)
    #expect(joined.allSatisfy { $0.partitions.count == 2 })
    #expect(joined.last?.name == "t99999")
    #expect((verdicts + verdicts).map(\.name).repeated.count == 100_000)
  }
}
