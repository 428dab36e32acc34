import Feed
import Glibc
import KafkaModel
import Testing

@testable import Cluster

/// The whole source against brokers that are none: words on a live screen, and an end.
struct DriveSourceTests {
  private func health(
    _ port: Int, transactions: TransactionWish? = nil, until isMet: (SourceHealth) -> Bool
  ) throws -> (health: SourceHealth, left: [String]) {
    var options = DriveOptions(
      bootstrap: [BrokerAddress(host: "127.0.0.1", port: port)], memberCommand: ["/bin/false"],
      environment: [], seed: 1)
    options.transactions = transactions
    let source = try DriveSource(options: options)
    var tries = 0
    while !isMet(source.picture.health), tries < 300 {
      tries += 1
      var waiting = pollfd(fd: source.wakeDescriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&waiting, 1, 100)
      _ = source.drain(toMs: source.nowMs)
    }
    #expect(source.perform(.add) == .refused(.notInThisSource))
    #expect(source.perform(.kill(MemberSlot(0))) == .refused(.notOurs))
    #expect(source.perform(.addPartitions("t")) == .refused(.notInThisSource))
    #expect(source.perform(.moveCoordinator) == .refused(.notInThisSource))
    return (source.picture.health, source.shutDown())
  }

  private func trouble(_ health: SourceHealth) -> Trouble? {
    if case .trouble(let trouble, _) = health { trouble } else { nil }
  }

  @Test func nobodyListens() throws {
    let closed = try FakeBroker { _, _ in .close }
    let port = closed.port
    try closed.stop()
    let result = try health(port) { $0 != .fine && $0 != .connecting }
    #expect(trouble(result.health) == .unreachable)
    #expect(result.left.isEmpty)
  }

  @Test func noKafka() throws {
    let server = try FakeBroker { _, _ in .bytes(Array("SSH-2.0-x\r\n".utf8)) }
    let result = try health(server.port) { $0 != .fine && $0 != .connecting }
    #expect(trouble(result.health) == .notKafka)
    #expect(result.left.isEmpty)
    try server.stop()
  }

  @Test func aBrokerWithoutTransactionsIsNamed() throws {
    let apis: [(ApiKey, ClosedRange<Int16>)] = [
      (.metadata, 0...12), (.initProducerId, 0...5), (.addPartitionsToTxn, 0...3),
      (.addOffsetsToTxn, 0...4), (.endTxn, 0...5),
    ]
    let script = FakeBroker.listing(apis) { _, _ in .answer(.metadata(MetadataResponse())) }
    let broker = try FakeBroker(script)
    let result = try health(broker.port, transactions: TransactionWish()) {
      $0 != .fine && $0 != .connecting
    }
    guard case .trouble(.impossible, let detail) = result.health else {
      Issue.record("\(result.health)")
      return
    }
    #expect(detail.contains("TxnOffsetCommit"))
    #expect(result.left.isEmpty)
    #expect(broker.asked.allSatisfy { [.apiVersions, .metadata].contains($0.request.apiKey) })
    try broker.stop()
  }

  @Test func aTopicThatIsSomebodyElsesIsNotTouched() throws {
    let apis: [(ApiKey, ClosedRange<Int16>)] = [
      (.metadata, 0...12), (.createTopics, 2...7), (.deleteTopics, 1...5),
    ]
    let script = FakeBroker.listing(apis) { request, _ in
      guard case .metadata(let asked) = request else { return .close }
      let topics = (asked.topics ?? []).map { name in
        MetadataResponse.Topic(
          name: name, partitions: [.init(partitionIndex: 0, leaderId: BrokerId(1))])
      }
      return .answer(.metadata(MetadataResponse(topics: topics)))
    }
    let broker = try FakeBroker(script)
    let result = try health(broker.port) { $0 != .fine && $0 != .connecting }
    guard case .trouble(.impossible, let detail) = result.health else {
      Issue.record("\(result.health)")
      return
    }
    #expect(detail.contains("is there already"))
    #expect(result.left.isEmpty)
    #expect(broker.asked.allSatisfy { [.apiVersions, .metadata].contains($0.request.apiKey) })
    try broker.stop()
  }
}
