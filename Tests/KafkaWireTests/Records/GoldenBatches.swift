import Foundation

/// Record batches that brokers sent, with what another client's reader says of them.
struct GoldenBatches: Decodable {
  var bytesHex: String
  var batches: [Batch]
  var runs: [Run]

  struct Batch: Decodable {
    var base: Int64
    var last: Int64
    var control: Bool
    var transactional: Bool
    var compression: UInt8
    var count: Int32
  }

  struct Run: Decodable {
    var from: Int64
    var first: Int64
    var next: Int64
    var count: Int64
  }

  enum CodingKeys: String, CodingKey {
    case batches, runs
    case bytesHex = "bytes_hex"
  }

  var bytes: [UInt8] { hexBytes(bytesHex) }

  static let all: [GoldenBatches] = load()

  private static func load() -> [GoldenBatches] {
    guard
      let url = Bundle.module.url(
        forResource: "batches", withExtension: "jsonl", subdirectory: "Fixtures"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    let decoder = JSONDecoder()
    return text.split(separator: "\n").compactMap { line in
      try? decoder.decode(GoldenBatches.self, from: Data(line.utf8))
    }
  }
}
