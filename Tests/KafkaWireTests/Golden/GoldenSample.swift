import Foundation
import KafkaModel

/// One request with its answer as bytes and as fields, from a real broker (or, for the few
/// versions that were not captured, from another client's encoder: see `source`).
struct GoldenSample: Decodable {
  var source: String
  var api: String
  var version: Int16
  var requestHex: String
  var responseHex: String?
  var request: JSONValue
  var response: JSONValue

  enum CodingKeys: String, CodingKey {
    case source, api, version, request, response
    case requestHex = "request_hex"
    case responseHex = "response_hex"
  }

  var name: String { "\(api) v\(version)" }
  var requestBytes: [UInt8] { hexBytes(requestHex) }
  var responseBytes: [UInt8]? { responseHex.map(hexBytes) }
  var apiKey: ApiKey? { ApiKey.allCases.first { $0.description == api } }

  static let everything: [GoldenSample] = load()
  static let spoken = everything.filter { !$0.isRefused }
  /// An ApiVersions request that is too new, and an API that does not exist.
  static let refused = everything.filter(\.isRefused)

  private var isRefused: Bool { version == 99 || requestHex.hasPrefix("03e7") }

  private static func load() -> [GoldenSample] {
    guard
      let url = Bundle.module.url(
        forResource: "messages", withExtension: "jsonl", subdirectory: "Fixtures"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    let decoder = JSONDecoder()
    return text.split(separator: "\n").compactMap { line in
      try? decoder.decode(GoldenSample.self, from: Data(line.utf8))
    }
  }
}

func hexBytes(_ hex: String) -> [UInt8] {
  let digits = Array(hex.utf8).compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
  return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

func hexText(_ bytes: [UInt8]) -> String {
  bytes.map { byte in
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined()
}
