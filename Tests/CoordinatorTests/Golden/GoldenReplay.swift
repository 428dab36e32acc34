import KafkaModel

@testable import Coordinator

/// One script against our coordinator, with the broker's settings and member ids.
struct GoldenReplay {
  let script: Script
  var broker: Broker
  private(set) var differences: [String] = []
  private var sent: [(step: Script.Step, token: RequestToken)] = []

  /// The capture's machine was busy: an answer may have come so much earlier or later than ours.
  private let slackMs: Int64 = 150

  init(_ script: Script) {
    self.script = script
    var config = CoordinatorConfig()
    config.initialRebalanceDelayMs = 300
    config.minSessionTimeoutMs = 500
    config.offsetsTopicPartitions = 2
    broker = Broker(config)
    broker.coordinator.memberIds.foretold = script.memberIds
    broker.transactions.producerIds.foretold = script.producerIds
    // This capture is the second run of its group; the records of the first are in it.
    if script.id == "initial-delay-short-rebalance-timeout" {
      let earlier = script.written.prefix(2).compactMap { CoordinatorRecord(golden: $0) }
      broker.log = earlier
      broker.take(broker.coordinator.load(earlier, nowMs: 0))
    }
  }

  mutating func run() {
    for step in script.steps {
      guard let api = step.api, var request = Request(golden: step.request, api: api) else {
        continue
      }
      request = request.withoutUnknownTopics(step.response)
      broker.advance(toMs: step.tMs)
      if case .txnOffsetCommit(let commit) = request, step.version >= 5 { add(commit) }
      let token = broker.send(request, version: step.version, from: ClientId("c" + step.from))
      sent.append((step, token))
    }
    let lastMs = sent.compactMap(\.step.answeredMs).max() ?? 0
    broker.advance(toMs: max(broker.nowMs, lastMs) + slackMs)
    for (step, token) in sent { compare(step, token) }
    compareRecords()
  }

  /// Since version 5 the group's partition is added by the commit itself (KIP-890).
  private mutating func add(_ commit: TxnOffsetCommitRequest) {
    let place = commit.groupId.offsetsPartition(of: 2)
    let request = AddPartitionsToTxnRequest(
      transactionalId: commit.transactionalId, producer: commit.producer,
      topics: [.init(name: .consumerOffsets, partitions: [place])])
    broker.send(.addPartitionsToTxn(request), version: 5)
  }

  private mutating func compare(_ step: Script.Step, _ token: RequestToken) {
    let label = "\(step.api ?? "") v\(step.version) at \(step.tMs)"
    guard !step.response.isNull else {
      // The client may have gone before the answer came.
      let hungUp = script.steps.contains { $0.disconnect == step.from && !step.from.isEmpty }
      if let ours = broker.answer(token), !hungUp {
        differences.append("\(label): no answer, not \(ours)")
      }
      return
    }
    guard let (ours, atMs) = broker.answers[token] else {
      return differences.append("\(label): not answered")
    }
    guard let expected = Response(golden: step.response, like: ours, version: step.version) else {
      return differences.append("\(label): another kind of answer")
    }
    let known = expected.withoutUnknownTopics(step.response)
    if known != ours { differences.append("\(label):\n  ours   \(ours)\n  theirs \(known)") }
    if let answeredMs = step.answeredMs, abs(answeredMs - atMs) > slackMs {
      differences.append("\(label): answered at \(atMs), not at \(answeredMs)")
    }
  }

  private mutating func compareRecords() {
    // One script was run before under another name: its records are not of its own groups.
    let asks = script.steps.contains { $0.request["group_id"].string == script.group.text }
    let theirs = asks ? script.written : []
    if let lastMs = theirs.map({ $0["t_ms"].int }).max() {
      broker.advance(toMs: max(broker.nowMs, lastMs + slackMs))
    }
    let expected = inOrder(theirs.compactMap { CoordinatorRecord(golden: $0) })
    let ours = inOrder(broker.log.filter { $0.groupId == script.group }.map(\.timeless))
    guard ours.count == expected.count else {
      let say = ours.map { "\($0)" }.joined(separator: "\n  ")
      return differences.append("\(ours.count) records, not \(expected.count)\n  \(say)")
    }
    for (a, b) in zip(ours, expected) where a != b {
      differences.append("record\n  ours   \(a)\n  theirs \(b)")
    }
  }

  /// Tombstones of offsets come in the order of a hash table of the broker's own; ours by name.
  private func inOrder(_ records: [CoordinatorRecord]) -> [CoordinatorRecord] {
    var result: [CoordinatorRecord] = []
    var tombstones: [CoordinatorRecord] = []
    for record in records {
      if case .offsetCommit(_, _, nil) = record {
        tombstones.append(record)
      } else {
        result += tombstones.sorted { "\($0)" < "\($1)" } + [record]
        tombstones = []
      }
    }
    result += tombstones.sorted { "\($0)" < "\($1)" }
    return result
  }
}

extension Script {
  /// The ids the broker made, in the order in which it made them.
  var memberIds: [MemberId] {
    var made: [MemberId] = []
    for step in steps where step.api == "JoinGroup" && step.request["member_id"].string.isEmpty {
      let id: MemberId = step.response["member_id"].id()
      switch step.response["error_code"].int {
      case 0 where !id.isEmpty, 79: made.append(id)
      case 0, 25, 82: made.append(id.isEmpty ? MemberId("lost-\(made.count)") : id)
      default: break
      }
    }
    return made
  }
}

extension Script {
  /// Producer ids, in the order in which the broker made them.
  var producerIds: [Int64] {
    var made: [Int64] = []
    for step in steps where step.api == "InitProducerId" {
      let id = step.response["producer_id"].int
      if id >= 0, !made.contains(id) { made.append(id) }
    }
    return made
  }
}

extension Request {
  /// A broker answers UNKNOWN_TOPIC_OR_PARTITION before its coordinator sees a commit.
  fileprivate func withoutUnknownTopics(_ response: Json) -> Request {
    switch self {
    case .offsetCommit(var request):
      for at in request.topics.indices {
        let name = request.topics[at].name
        request.topics[at].partitions.removeAll { response.refuses(name, $0.partitionIndex) }
      }
      request.topics.removeAll { $0.partitions.isEmpty }
      return .offsetCommit(request)
    case .txnOffsetCommit(var request):
      for at in request.topics.indices {
        let name = request.topics[at].name
        request.topics[at].partitions.removeAll { response.refuses(name, $0.partitionIndex) }
      }
      request.topics.removeAll { $0.partitions.isEmpty }
      return .txnOffsetCommit(request)
    default: return self
    }
  }
}

extension Response {
  fileprivate func withoutUnknownTopics(_ json: Json) -> Response {
    switch self {
    case .offsetCommit(var response):
      response.topics = response.topics.without(json)
      return .offsetCommit(response)
    case .txnOffsetCommit(var response):
      response.topics = response.topics.without(json)
      return .txnOffsetCommit(response)
    default: return self
    }
  }
}

extension [OffsetCommitResponse.Topic] {
  fileprivate func without(_ json: Json) -> Self {
    map { topic in
      var topic = topic
      topic.partitions.removeAll { json.refuses(topic.name, $0.partitionIndex) }
      return topic
    }.filter { !$0.partitions.isEmpty }
  }
}

extension Json {
  fileprivate func refuses(_ topic: TopicName, _ partition: Int32) -> Bool {
    self["topics"].list.filter { $0["name"].string == topic.text }
      .flatMap { $0["partitions"].list }
      .contains { $0["partition_index"].int32 == partition && $0["error_code"].int == 3 }
  }
}
