import KafkaModel
import Testing

/// Bytes that real clients sent to a Kafka 4.3.0 broker, or got from it.
struct ConsumerProtocolTests {
  static func bytes(_ hex: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: Int?
    for digit in hex.compactMap(\.hexDigitValue) {
      if let first = high {
        bytes.append(UInt8(first << 4 | digit))
        high = nil
      } else {
        high = digit
      }
    }
    return bytes
  }

  static let subscriptions: [(hex: String, version: Int16, value: ConsumerSubscription)] = [
    ("0001000000010003677431ffffffff00000000", 1, ConsumerSubscription(topics: ["gt1"])),
    (
      "00010000000200036774310003677432ffffffff00000000", 1,
      ConsumerSubscription(topics: ["gt1", "gt2"])
    ),
    (
      "000200000001000367743100000004000000070000000000000002", 2,
      ConsumerSubscription(topics: ["gt1"], userData: [0, 0, 0, 7], generation: Generation(2))
    ),
    (
      "0002000000010003677431000000040000000700000000ffffffff", 2,
      ConsumerSubscription(topics: ["gt1"], userData: [0, 0, 0, 7])
    ),
    (
      "0003000000010003677431000000040000000700000000ffffffff00027231", 3,
      ConsumerSubscription(topics: ["gt1"], userData: [0, 0, 0, 7], rackId: "r1")
    ),
    (
      """
      00030000000100036774310000000400000007000000010003677431000000030000000000000001000000020\
      000000100027231
      """, 3,
      ConsumerSubscription(
        topics: ["gt1"], userData: [0, 0, 0, 7],
        ownedPartitions: (0...2).map { TopicPartition("gt1", $0) }, generation: Generation(1),
        rackId: "r1")
    ),
  ]

  @Test func subscriptionsOfEveryVersionReadAndWriteBack() throws {
    for item in Self.subscriptions {
      #expect(try ConsumerSubscription(bytes: Self.bytes(item.hex)) == item.value)
      #expect(try item.value.bytes(version: item.version) == Self.bytes(item.hex))
    }
    let oldest = ConsumerSubscription(topics: ["t"])
    #expect(try ConsumerSubscription(bytes: oldest.bytes(version: 0)) == oldest)
  }

  @Test func assignmentsReadAndWriteBack() throws {
    let items: [(String, [TopicPartition])] = [
      ("00010000000100036774310000000100000000ffffffff", [TopicPartition("gt1", 0)]),
      (
        "0001000000010003677431000000020000000000000001ffffffff",
        [TopicPartition("gt1", 0), TopicPartition("gt1", 1)]
      ),
      ("000100000000ffffffff", []),
    ]
    for (hex, partitions) in items {
      let value = ConsumerAssignment(partitions: partitions)
      #expect(try ConsumerAssignment(bytes: Self.bytes(hex)) == value)
      #expect(try value.bytes(version: 1) == Self.bytes(hex))
    }
    #expect(try ConsumerAssignment(bytes: []).partitions.isEmpty)
  }

  @Test func severalTopicsShareNoEntry() throws {
    let partitions = [
      TopicPartition("a", 0), TopicPartition("a", 2), TopicPartition("b", 1),
    ]
    let bytes = try ConsumerAssignment(partitions: partitions, userData: [9]).bytes()
    #expect(bytes[0...5] == [0, 3, 0, 0, 0, 2])
    #expect(try ConsumerAssignment(bytes: bytes).partitions == partitions)
  }

  @Test func aNewerVersionIsReadAsTheNewestKnown() throws {
    var bytes = try ConsumerSubscription(topics: ["t"], rackId: "r").bytes()
    bytes[1] = 9
    bytes += [1, 2, 3]
    #expect(try ConsumerSubscription(bytes: bytes).rackId == "r")
  }

  @Test func bytesThatEndEarlyThrowAndNeverTrap() throws {
    let whole = try #require(Self.subscriptions.last?.hex).filter { $0.isHexDigit }
    let bytes = Self.bytes(String(whole))
    for count in 0..<bytes.count {
      #expect(throws: ByteError.self) { try ConsumerSubscription(bytes: Array(bytes[..<count])) }
    }
    let assignment = Self.bytes("00010000000100036774310000000100000000ffffffff")
    for count in 1..<assignment.count {
      #expect(throws: ByteError.self) {
        try ConsumerAssignment(bytes: Array(assignment[..<count]))
      }
    }
    #expect(throws: ByteError.self) { try ConsumerAssignment(bytes: [0xFF, 0xFE]) }
  }
}
