import Coordinator
import KafkaModel
import KafkaWire

@testable import Endpoint

/// Runs a coordinator again from the input lines of a recording.
struct CoordinatorReplay {
  private var coordinator: GroupCoordinator
  private var log: OffsetsLog
  private var unwritten: [AppendId: [CoordinatorRecord]] = [:]
  private(set) var happenings: [Happening] = []
  private(set) var responses: [Response] = []

  struct BadLine: Error { var line: String }

  init(_ lines: [String]) throws {
    let first = lines.first?.split(separator: " ").dropFirst() ?? []
    guard first.count == 8, let seed = first.first.flatMap({ UInt64($0) }) else {
      throw BadLine(line: lines.first ?? "")
    }
    let numbers = first.dropFirst().compactMap { Int64($0) }
    var config = CoordinatorConfig()
    config.initialRebalanceDelayMs = numbers[0]
    config.minSessionTimeoutMs = Int32(numbers[1])
    config.maxSessionTimeoutMs = Int32(numbers[2])
    config.groupMaxSize = Int(numbers[3])
    config.offsetMetadataMaxBytes = Int(numbers[4])
    config.newMemberJoinTimeoutMs = numbers[5]
    config.offsetsTopicPartitions = Int32(numbers[6])
    coordinator = GroupCoordinator(config: config, generator: SeededGenerator(seed: seed))
    log = OffsetsLog(partitions: config.offsetsTopicPartitions)
    for line in lines.dropFirst() { try take(line) }
  }

  private mutating func take(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2, let nowMs = Int64(words[1]),
      let input = try input(words[0], Array(words.dropFirst(2)))
    else { throw BadLine(line: line) }
    if case .written(let id) = input { log.append(unwritten.removeValue(forKey: id) ?? []) }
    guard let outcome = coordinator.take(input, nowMs: nowMs) else { return }
    for append in outcome.appends { unwritten[append.id] = append.records }
    happenings += outcome.happenings
    responses += outcome.replies.map(\.response)
  }

  private func input(_ kind: String, _ fields: [String]) throws -> CoordinatorInput? {
    switch (kind, fields.count) {
    case ("request", 3):
      let (header, request) = try WireCodec.decodeRequest(
        Self.bytes(fields[2]), allowingMore: true)
      return .request(
        request,
        RequestContext(
          token: RequestToken(Int64(fields[0]) ?? 0), apiVersion: header.apiVersion,
          clientId: ClientId(header.clientId ?? ""), clientHost: Self.text(fields[1])))
    case ("timer", 2...):
      let group = GroupId(Self.text(fields[1]))
      return switch fields[0] {
      case "initialDelay": .timer(.initialDelay(group))
      case "join": .timer(.join(group))
      case "sync": .timer(.sync(group))
      case "session": .timer(.session(group, MemberId(Self.text(fields[2]))))
      default: nil
      }
    case ("written", 1): return .written(AppendId(Int64(fields[0]) ?? 0))
    case ("unload", 0): return .unload
    case ("load", 0): return .load(log.all)
    default: return nil
    }
  }

  private static func text(_ hex: String) -> String { String(decoding: bytes(hex), as: UTF8.self) }

  private static func bytes(_ hex: String) -> [UInt8] {
    if hex == "-" { return [] }
    let digits = hex.utf8.map { $0 >= 97 ? $0 - 87 : $0 - 48 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
