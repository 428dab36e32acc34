import Coordinator
import KafkaModel
import KafkaWire

/// An input of the coordinator as words: what it is, the broker's time, then its fields. Names and
/// requests are bytes in hexadecimal; a request is the frame that a client would send.
enum InputLine {
  /// How the coordinator was made.
  static func beginning(_ config: EndpointConfig) -> String {
    let coordinator = config.coordinator
    let numbers: [Int64] = [
      coordinator.initialRebalanceDelayMs, Int64(coordinator.minSessionTimeoutMs),
      Int64(coordinator.maxSessionTimeoutMs), Int64(coordinator.groupMaxSize),
      Int64(coordinator.offsetMetadataMaxBytes), coordinator.newMemberJoinTimeoutMs,
      Int64(coordinator.offsetsTopicPartitions),
    ]
    return "coordinator \(config.seed) " + numbers.map(String.init).joined(separator: " ")
  }

  /// nil for a request that cannot be written again.
  static func text(_ input: CoordinatorInput, nowMs: Int64) -> String? {
    switch input {
    case .request(let request, let context):
      let frame = try? WireCodec.encode(
        request, version: context.apiVersion, correlationId: 0, clientId: context.clientId.text)
      return frame.map { frame in
        "request \(nowMs) \(context.token.value) \(hex(context.clientHost)) \(hex(frame))"
      }
    case .timer(let timer): return "timer \(nowMs) \(words(timer))"
    case .written(let id): return "written \(nowMs) \(id.value)"
    case .ended(let marker, let partition):
      return "ended \(nowMs) \(partition) \(marker.producer.id) \(marker.producer.epoch)"
        + " \(marker.isCommit ? "commit" : "abort") \(marker.coordinatorEpoch)"
    case .unload: return "unload \(nowMs)"
    case .load: return "load \(nowMs)"
    }
  }

  private static func words(_ timer: CoordinatorTimer) -> String {
    switch timer {
    case .initialDelay(let group): "initialDelay \(hex(group.text))"
    case .join(let group): "join \(hex(group.text))"
    case .sync(let group): "sync \(hex(group.text))"
    case .session(let group, let member): "session \(hex(group.text)) \(hex(member.text))"
    }
  }

  private static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

  /// A dash for no bytes, so that each field is a word.
  private static func hex(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "-" }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
