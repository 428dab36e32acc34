import KafkaModel
import KafkaWire

@testable import Coordinator
@testable import Endpoint

/// Plays a script to a broker of our own, over TCP but with the script's own time, and compares
/// what it answers.
final class ScriptPlayer {
  private let script: Script
  private let stage: Stage
  private let transactionalIds: [TransactionalId]
  private var clients: [String: WireClient] = [:]
  /// Requests by connection that have an answer in the script, in their order.
  private var expected: [String: [Script.Step]] = [:]
  private(set) var differences: [String] = []

  init(_ script: Script) throws {
    self.script = script
    transactionalIds = try script.transactionalIds()
    var config = EndpointConfig()
    config.coordinator.initialRebalanceDelayMs = 300
    config.coordinator.minSessionTimeoutMs = 500
    config.defaultPartitions = 3
    config.offsetsTopicPartitions = 2
    // The records are of the day on which the script was recorded. A look at transactions every
    // ten seconds was due 9.4 s after the only script that waits for it had begun.
    stage = try Stage(config, startsAtMs: script.startedMs - 600)
    // Java's order depends on the ids, and requests repeat them.
    let ids = script.memberIds.map { MemberId($0) }
    let foretold = try Foretold(script)
    try stage.withBroker { broker in
      broker.coordinator.memberIds.foretold = ids
      broker.transactions.producerIds.foretold = foretold.producerIds
      broker.sessions.foretold = foretold.sessionIds
      broker.topics.foretoldIds = foretold.topicIds
    }
    for (name, count) in script.topics {
      try stage.endpoint.makeTopic(TopicName(name), partitions: count)
    }
  }

  func play() throws {
    defer { stage.endpoint.stop() }
    for step in script.steps {
      guard let tMs = step.tMs else { continue }
      try stage.advance(toMs: script.startedMs + Int64(tMs))
      // What had been answered when this was sent then has to be answered before it now.
      for (name, steps) in expected {
        let count = steps.prefix { ($0.answeredMs ?? 0) <= tMs }.count
        clients[name]?.read(frames: count)
      }
      if let from = step.disconnect { try hangUp(from) }
      if step.request != nil { try send(step) }
    }
    try stage.advance(toMs: script.startedMs + Int64(script.durationMs))
    for (name, steps) in expected { try compare(steps, name) }
    try compareWritten()
  }

  private func compareWritten() throws {
    let group = script.group
    let ours = try stage.withBroker { broker in
      let logs = broker.topics[.consumerOffsets]?.logs ?? []
      let all = try logs.enumerated().flatMap { try $1.written(in: Int32($0)) }
      return all.filter { $0.group == group }.inComparableOrder()
    }
    let theirs = script.written.inComparableOrder()
    if ours == theirs { return }
    let at = zip(ours, theirs).prefix { $0 == $1 }.count
    differences.append(
      "\(script.id): record \(at) of \(theirs.count) written is not the same:\n"
        + "  ours   \(Array(ours.dropFirst(at).prefix(1)))\n"
        + "  theirs \(Array(theirs.dropFirst(at).prefix(1)))")
  }

  /// A name may be used again, for another connection.
  private func hangUp(_ from: String) throws {
    try compare(expected[from] ?? [], from)
    clients[from]?.disconnect()
    clients[from] = nil
    expected[from] = nil
    asked[from] = nil
  }

  private func send(_ step: Script.Step) throws {
    guard let from = step.from, let request = step.request else { return }
    let client = try clients[from] ?? WireClient(port: stage.endpoint.port)
    clients[from] = client
    // Behind a request that is not answered yet the broker does not look.
    let isHeldUp = client.frames.count < (asked[from] ?? 0)
    asked[from, default: 0] += 1
    let before = try stage.frameCount()
    client.send(frame: Script.bytes(request))
    if step.response != nil { expected[from, default: []].append(step) }
    if step.closed == true { return expectHangUp(client, step) }
    let isRead = try isHeldUp || stage.waits { $0.frameCount > before }
    if isRead { return }
    differences.append("\(label(step)): not read")
  }

  /// Requests sent, by connection.
  private var asked: [String: Int] = [:]

  private func expectHangUp(_ client: WireClient, _ step: Script.Step) {
    client.read(frames: client.frames.count + 1)
    if !client.isClosed { differences.append("\(label(step)): the connection stays open") }
  }

  private func compare(_ steps: [Script.Step], _ from: String) throws {
    guard let client = clients[from] else { return }
    client.read(frames: steps.count)
    for (index, step) in steps.enumerated() {
      guard index < client.frames.count, let name = step.api, let version = step.version,
        let api = ApiKey.allCases.first(where: { $0.description == name })
      else {
        differences.append("\(label(step)): no answer")
        continue
      }
      // A version that nobody speaks is answered in the layout of version 0.
      let spoken = ApiSupport.versions(of: api).contains(version) ? version : 0
      let theirs = try WireCodec.decodeResponse(
        Script.bytes(step.response ?? ""), api: api, version: spoken)
      let ours = try WireCodec.decodeResponse(client.frames[index], api: api, version: spoken)
      if theirs.correlationId != ours.correlationId {
        differences.append("\(label(step)): answers \(ours.correlationId)")
      }
      let known = Array(script.topics.keys) + ["t-" + script.id]
      let (a, b) = (
        ours.response.comparable(known, script.group, transactionalIds),
        theirs.response.comparable(known, script.group, transactionalIds)
      )
      if a != b { differences.append("\(label(step)):\n  ours   \(a)\n  theirs \(b)") }
    }
  }

  private func label(_ step: Script.Step) -> String {
    "\(script.id): \(step.api ?? "") v\(step.version ?? 0) of \(step.from ?? "") at "
      + "\(Int(step.tMs ?? 0))"
  }
}
