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
  /// The producer ids that the broker made, in their order.
  func producerIds() throws -> [Int64] {
    var ids: [Int64] = []
    for step in steps where step.api == "InitProducerId" {
      guard let version = step.version, let hex = step.response,
        case .initProducerId(let answer) = try WireCodec.decodeResponse(
          Self.bytes(hex), api: .initProducerId, version: version
        ).response
      else { continue }
      if answer.errorCode == .none, !ids.contains(answer.producer.id) {
        ids.append(answer.producer.id)
      }
    }
    return ids
  }
}
