import Glibc
import KafkaModel
import KafkaWire

@testable import Coordinator
@testable import Endpoint

/// Plays a script to a broker of our own and compares what it answers.
final class ScriptPlayer {
  private let script: Script
  private let endpoint: Endpoint
  private var clients: [String: WireClient] = [:]
  /// Requests by connection that have an answer in the script, in their order.
  private var expected: [String: [Script.Step]] = [:]
  private(set) var differences: [String] = []

  init(_ script: Script) throws {
    self.script = script
    var config = EndpointConfig()
    config.coordinator.initialRebalanceDelayMs = 300
    config.coordinator.minSessionTimeoutMs = 500
    config.defaultPartitions = 3
    config.offsetsTopicPartitions = 2
    config.coordinator.transactionAbortIntervalMs = 2_000
    // The records are of the day on which the script was recorded.
    config.startsAtMs = script.startedMs
    endpoint = try Endpoint(config)
    for (name, count) in script.topics {
      try endpoint.makeTopic(TopicName(name), partitions: count)
    }
    // Java's order depends on the ids, so the broker has to make the ones it made then.
    let ids = script.memberIds.map { MemberId($0) }
    let broker = endpoint.broker
    let producerIds = try script.producerIds()
    try broker.eventLoop.submit {
      broker.value.coordinator.memberIds.foretold = ids
      broker.value.transactions.producerIds.foretold = producerIds
    }.wait()
  }

  func play() throws {
    defer { endpoint.stop() }
    for step in script.steps {
      if let sleepMs = step.sleepMs { usleep(UInt32(sleepMs) * 1_000) }
      guard let tMs = step.tMs else { continue }
      // What had been answered when this was sent then has to be answered before it now.
      for (name, steps) in expected {
        let count = steps.prefix { ($0.answeredMs ?? 0) <= tMs }.count
        clients[name]?.read(frames: count)
      }
      if let from = step.disconnect { clients[from]?.disconnect() }
      guard let from = step.from, let request = step.request else { continue }
      let client = try clients[from] ?? WireClient(port: endpoint.port)
      clients[from] = client
      client.send(frame: Script.bytes(request))
      if step.response != nil { expected[from, default: []].append(step) }
      if step.closed == true { expectHangUp(client, step) }
    }
    for (name, steps) in expected { try compare(steps, name) }
  }

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
      let (a, b) = (ours.response.comparable(known), theirs.response.comparable(known))
      if a != b { differences.append("\(label(step)):\n  ours   \(a)\n  theirs \(b)") }
    }
  }

  private func label(_ step: Script.Step) -> String {
    "\(script.id): \(step.api ?? "") v\(step.version ?? 0) of \(step.from ?? "") at "
      + "\(Int(step.tMs ?? 0))"
  }
}
