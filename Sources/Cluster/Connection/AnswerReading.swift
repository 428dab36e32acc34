import KafkaModel
import KafkaWire

/// Reads answers as Kafka's own clients do, which forgive brokers some things.
enum AnswerReading {
  /// Throws where the bytes are no answer to `exchange`.
  static func response(in frame: [UInt8], to exchange: Exchange) throws(WireError) -> Response {
    if exchange.api == .apiVersions, exchange.version > 0, saysUnsupported(frame) {
      return .apiVersions(ApiVersionsResponse(errorCode: .unsupportedVersion))
    }
    let answer = try WireCodec.decodeResponse(
      frame, api: exchange.api, version: exchange.version, lenient: true)
    guard answer.correlationId == exchange.correlationId else {
      throw WireError(
        .correlation(expected: exchange.correlationId, found: answer.correlationId))
    }
    return answer.response
  }

  /// A broker that does not know our version of ApiVersions answers in one of its own, and not
  /// all take the same (KIP-511 says 0); the error code stands at the same place in each.
  private static func saysUnsupported(_ frame: [UInt8]) -> Bool {
    guard frame.count >= 6 else { return false }
    return Int16(frame[4]) << 8 | Int16(frame[5]) == ErrorCode.unsupportedVersion.rawValue
  }
}
