import Foundation
import KafkaModel

/// What a real broker was asked and what it answered.
struct Script {
  let id: String
  let group: GroupId
  let steps: [Step]
  /// What it wrote to `__consumer_offsets` for this group.
  let written: [Json]

  struct Step {
    let tMs: Int64
    let api: String?
    let version: Int16
    let from: String
    let request: Json
    /// Null where no answer came.
    let response: Json
    let answeredMs: Int64?
    /// The connection that the client closed in this step.
    let disconnect: String?
  }

  init(_ json: Json) {
    id = json["id"].string
    group = json["group"].id()
    written = json["consumer_offsets"].list
    steps = json["steps"].list.map {
      Step(
        tMs: $0["t_ms"].int, api: $0["api"].text, version: Int16($0["version"].int),
        from: $0["from"].string, request: $0["request"], response: $0["response"],
        answeredMs: $0["answered_ms"].number,
        disconnect: $0["disconnect"].text)
    }
  }

  static func all() throws -> [Script] {
    guard let url = Bundle.module.url(forResource: "Fixtures", withExtension: nil) else {
      return []
    }
    let text = try String(
      contentsOf: url.appendingPathComponent("coordinator.jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { Script(try Json(parsing: $0)) }
  }
}
