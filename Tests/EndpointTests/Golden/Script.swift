import Foundation
import KafkaModel
import KafkaWire

/// What a real broker was asked and what it answered.
struct Script: Decodable, Sendable {
  let id: String
  let group: String
  let topics: [String: Int32]
  let memberIds: [String]
  /// Milliseconds since 1970.
  let startedMs: Int64
  let durationMs: Int64
  let steps: [Step]
  /// Hex, by name.
  let topicIds: [String: String]
  /// What the coordinator wrote for the group, in the order of each partition.
  let written: [WrittenRecord]

  struct Step: Decodable, Sendable {
    let disconnect: String?
    let tMs: Double?
    let from: String?
    let api: String?
    let version: Int16?
    let request: String?
    let response: String?
    let answeredMs: Double?
    let closed: Bool?
  }

  static func all() throws -> [Script] {
    guard
      let url = Bundle.module.url(
        forResource: "scripts", withExtension: "jsonl", subdirectory: "Fixtures")
    else { return [] }
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Script.self, from: Data($0.utf8))
    }
  }

  static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

extension Script {
  /// That its producers have.
  func transactionalIds() throws -> [TransactionalId] {
    try steps.compactMap { step in
      guard step.api == "InitProducerId", step.closed != true, let request = step.request,
        case .initProducerId(let body) = try WireCodec.decodeRequest(Script.bytes(request)).request
      else { return nil }
      return body.transactionalId
    }
  }
}

/// What the broker made up then and has to make up again.
struct Foretold: Sendable {
  /// In their order.
  var producerIds: [Int64] = []
  var sessionIds: [Int32] = []
  var topicIds: [TopicName: Uuid] = [:]

  init(_ script: Script) throws {
    for (name, hex) in script.topicIds {
      var input = ByteReader(Script.bytes(hex))
      let (high, low) = (try input.int64(), try input.int64())
      topicIds[TopicName(name)] = Uuid(high: UInt64(bitPattern: high), low: UInt64(bitPattern: low))
    }
    for step in script.steps {
      guard let version = step.version, let hex = step.response,
        let api = ApiKey.allCases.first(where: { $0.description == step.api }),
        ApiSupport.versions(of: api).contains(version)
      else { continue }
      let bytes = Script.bytes(hex)
      note(try WireCodec.decodeResponse(bytes, api: api, version: version).response)
    }
  }

  private mutating func note(_ response: Response) {
    switch response {
    case .initProducerId(let answer):
      let id = answer.producer.id
      if answer.errorCode == .none, !producerIds.contains(id) { producerIds.append(id) }
    case .fetch(let answer):
      let id = answer.sessionId
      if id != 0, !sessionIds.contains(id) { sessionIds.append(id) }
    case .metadata(let answer):
      for topic in answer.topics where topic.topicId != .zero { note(topic.name, topic.topicId) }
    case .createTopics(let answer):
      for topic in answer.topics where topic.topicId != .zero { note(topic.name, topic.topicId) }
    default: break
    }
  }

  private mutating func note(_ name: TopicName, _ id: Uuid) {
    if topicIds[name] == nil { topicIds[name] = id }
  }
}
