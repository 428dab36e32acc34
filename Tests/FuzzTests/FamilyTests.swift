import Foundation
import KafkaModel
import KafkaWire
import Testing

/// The functions that `make fuzz` feeds are fed here too: what once trapped, and what is in order.
///
/// So they are built with every test, and an input that was found stays harmless.
@Suite struct FamilyTests {
  /// One input a line: its family and its bytes in hexadecimal digits, after `#` what it was.
  @Test func whatWasFoundIsHarmless() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/found.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for line in lines where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      let family = try #require(words.first.flatMap { Family(rawValue: String($0)) }, "\(line)")
      family.examine(bytes(words.dropFirst().first ?? ""))
    }
    #expect(!lines.isEmpty)
  }

  @Test func whatIsInOrderIsTaken() throws {
    let heartbeat = Request.heartbeat(
      HeartbeatRequest(groupId: "g", generationId: Generation(1), memberId: "m"))
    let request = try WireCodec.encode(heartbeat, version: 4, correlationId: 1, clientId: "c")
    let answer = try WireCodec.encode(
      .heartbeat(HeartbeatResponse(errorCode: .rebalanceInProgress)), version: 4, correlationId: 1)
    let batch = RecordBatch(baseTimestampMs: 0, records: [.init(key: nil, value: [1])]).bytes
    let said = try ConsumerSubscription(topics: ["t", "t1"]).bytes()
    let given = try ConsumerAssignment(partitions: [TopicPartition("t", 1)]).bytes()
    let length = UInt8(said.count)
    let transaction = TransactionRecord(
      transactionalId: "tx",
      value: TransactionLogValue(
        producer: Producer(id: 1, epoch: 0), timeoutMs: 1, state: .ongoing,
        partitions: [TopicPartition("t", 1)], lastUpdateMs: 2, previousProducerId: 1))
    let key = try transaction.keyBytes
    let value = try #require(try transaction.value?.bytes)
    let inputs: [(Family, [UInt8])] = [
      (.requests, request), (.responses, [12, 4] + answer), (.batches, [0, 0] + batch),
      (.subscriptions, said), (.assignments, given),
      (.groups, [0, length] + said + [0, length] + said),
      (.frames, [0, 3, 0, 0, 0, 1, 7, 0, 0]), (.records, [0, UInt8(key.count)] + key + value),
    ]
    #expect(inputs.map(\.0) == Family.allCases)
    for (family, input) in inputs {
      // Also cut at each place: nothing but an error may come of it.
      for count in 0...input.count { family.examine(Array(input.prefix(count))) }
    }
  }

  private func bytes(_ hex: Substring) -> [UInt8] {
    let digits = hex.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
