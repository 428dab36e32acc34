import Client
import Feed
import KafkaModel
import KafkaWire
import Live
import NIOCore
import Testing

@testable import Cluster

/// The application of a transactional member over real connections; its consumer is a script.
struct TransformRuntimeTests {
  private static let input = TopicPartition("in", 3)
  private static let group = ConsumerGroupMetadata(
    groupId: "g", generation: Generation(4), memberId: "m")

  /// What the consumer says to the inputs it gets, one after the other, then no more.
  private final class Script {
    var outcomes: [MemberOutcome]
    var inputs: [MemberInput] = []
    var events: [FeedEvent] = []
    /// Called when so many inputs have come.
    var enough: (count: Int, done: ([MemberInput]) -> Void)?

    init(_ outcomes: [MemberOutcome]) { self.outcomes = outcomes }

    func take(_ input: MemberInput) -> (MemberOutcome, ConsumerGroupMetadata) {
      inputs.append(input)
      let outcome = outcomes.isEmpty ? MemberOutcome() : outcomes.removeFirst()
      if let enough, inputs.count == enough.count { enough.done(inputs) }
      return (outcome, TransformRuntimeTests.group)
    }
  }

  /// Two records that were read, and a wait for what is made of them.
  private static let read = MemberOutcome(
    notes: [
      .processed(
        input, RecordRun(firstOffset: Offset(7), nextOffset: Offset(10), count: 2))
    ], isWaiting: true)

  private struct Stage {
    var runtime: TransformRuntime
    var script: Script
  }

  private func stage(
    _ client: ClientLoop, _ broker: ProducingBroker, _ outcomes: [MemberOutcome]
  ) throws -> NIOLoopBound<Stage> {
    let port = broker.teller.port
    return try client.make { loop in
      let transform = TransformOptions(
        transactionalId: "tx", producer: ProducerSlot(0), output: "out", outputPartitions: 1,
        transactionTimeoutMs: 60_000)
      let member = MemberOptions(
        bootstrap: [BrokerAddress(host: "127.0.0.1", port: port)], slot: MemberSlot(0), originMs: 0,
        seed: 1, processRatePerSecond: 1, caps: VersionCaps(),
        config: ConsumerConfig(groupId: "g", clientId: "c", topics: ["in"]), settings: [],
        transform: transform)
      let runtime = TransformRuntime(
        options: transform, member: member, loop: loop, clock: MonotonicClock(),
        complain: { Issue.record("\($0)") })
      let script = Script(outcomes)
      runtime.consume = { script.take($0) }
      runtime.tell = { events, _ in script.events += events }
      return Stage(runtime: runtime, script: script)
    }
  }

  /// Starts the application and waits until its consumer has got so many inputs.
  private func start(
    _ stage: NIOLoopBound<Stage>, _ client: ClientLoop, until count: Int
  ) throws -> [MemberInput] {
    try client.wait { done in
      stage.value.script.enough = (count, done)
      stage.value.runtime.start()
    }
  }

  private func close(_ stage: NIOLoopBound<Stage>, _ client: ClientLoop) throws {
    let isOver: Bool = try client.wait { done in
      stage.value.runtime.closed = { done(true) }
      stage.value.script.outcomes = [MemberOutcome(notes: [.closed])]
      stage.value.runtime.close()
    }
    #expect(isOver)
    let last: MemberInput? = try client.wait { $0(stage.value.script.inputs.last) }
    #expect(last == .close)
  }

  @Test func whatWasReadIsWrittenAndCommittedInOneTransaction() throws {
    let broker = try ProducingBroker(level: 2)
    let client = ClientLoop()
    let stage = try stage(client, broker, [Self.read])
    #expect(try start(stage, client, until: 2) == [.start, .pollAgain])
    let asked = broker.asked
    // Record and offsets go their own ways.
    let apis = asked.map(\.request.apiKey)
    #expect(apis.first == .initProducerId && apis.last == .endTxn)
    #expect(Set(apis.dropFirst().dropLast()) == [.produce, .txnOffsetCommit])
    for (request, version) in asked { try check(request, version) }
    try close(stage, client)
    let events: [FeedEvent] = try client.wait { $0(stage.value.script.events) }
    let producer = ProducingBroker.producer
    #expect(events.contains(.transaction(.producerId(ProducerSlot(0), producer))))
    #expect(events.contains(.transaction(.producerId(ProducerSlot(0), producer.bumped))))
    #expect(events.contains(.transaction(.state(ProducerSlot(0), .committingTransaction))))
    try client.stop()
    try broker.stop()
  }

  private func check(_ request: Request, _ version: Int16) throws {
    switch request {
    case .produce(let produce):
      #expect(version == 12 && produce.transactionalId == "tx")
      let bytes = try #require(produce.topics.first?.partitions.first?.records)
      let header = try #require(try RecordBatches.headers(in: bytes).first)
      #expect(header.producer == ProducingBroker.producer && header.isTransactional)
      #expect(header.recordCount == 2 && header.baseSequence == 0)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("in-3@7") && text.contains("in-3@8"))
    case .txnOffsetCommit(let commit):
      #expect(version == 5 && commit.generationId == Generation(4) && commit.memberId == "m")
      #expect(commit.topics.first?.partitions.first?.committedOffset == Offset(10))
    case .endTxn(let end): #expect(version == 5 && end.committed)
    default: break
    }
  }

  @Test func anOlderClusterIsAskedToAddPartitions() throws {
    let broker = try ProducingBroker(level: 1)
    let client = ClientLoop()
    let stage = try stage(client, broker, [Self.read])
    #expect(try start(stage, client, until: 2) == [.start, .pollAgain])
    let versions = broker.asked.map { "\($0.request.apiKey) \($0.version)" }
    #expect(versions.first == "InitProducerId 5" && versions.last == "EndTxn 4")
    let rest = ["AddPartitionsToTxn 3", "AddOffsetsToTxn 4", "Produce 11", "TxnOffsetCommit 4"]
    #expect(Set(versions.dropFirst().dropLast()) == Set(rest))
    try close(stage, client)
    try client.stop()
    try broker.stop()
  }

  /// The application is stuck when its transaction ends, so that it does not call poll().
  @Test func aPollThatWasMissedWhileStuckIsMadeUpFor() throws {
    let broker = try ProducingBroker(level: 2)
    let client = ClientLoop()
    let resumed = MemberOutcome(isWaiting: true)
    let stage = try stage(client, broker, [Self.read, MemberOutcome(), resumed])
    _ = try start(stage, client, until: 2)
    let inputs: [MemberInput] = try client.wait { done in
      stage.value.script.enough = (4, done)
      stage.value.runtime.take(.consumer(.resumePolling))
    }
    #expect(inputs == [.start, .pollAgain, .resumePolling, .pollAgain])
    try close(stage, client)
    try client.stop()
    try broker.stop()
  }
}
