import KafkaModel
import Testing

/// A leader reads the subscriptions of a group with one reader that remembers.
struct SubscriptionReaderTests {
  static let known: [AssignmentTopic] = ["a", "b", "long-name-of-a-topic", "한글"].map {
    AssignmentTopic(name: $0, partitionCount: 3)
  }

  @Test func aReaderThatRemembersReadsWhatOneThatDoesNotReads() throws {
    let lists: [[TopicName]] = [
      ["a", "b"], ["a", "b"], ["a"], ["a", "b"], [], [], ["b", "a"], ["long-name-of-a-topic"],
      ["long-name-of-a-topi"], ["long-name-of-a-topic2", "한글", "없음", ""], ["a", "b"],
    ]
    var reader = SubscriptionReader(topics: Self.known)
    for version in 0...4 as ClosedRange<Int16> {
      for (number, topics) in lists.enumerated() {
        let said = ConsumerSubscription(
          topics: topics, userData: number % 2 == 0 ? nil : [1, 2, 3],
          ownedPartitions: topics.map { TopicPartition($0, Int32(number)) },
          generation: Generation(Int32(number)), rackId: "r")
        let bytes = try said.bytes(version: version)
        #expect(try reader.read(bytes) == ConsumerSubscription(bytes: bytes))
        #expect(try reader.read(bytes).topics == topics)
      }
    }
  }

  @Test func bytesThatEndTooEarlyThrowAndAreNotRemembered() throws {
    var reader = SubscriptionReader(topics: Self.known)
    let bytes = try ConsumerSubscription(topics: ["a", "b", "c"], rackId: "r").bytes()
    for count in 0..<bytes.count {
      #expect(throws: ByteError.self) { try reader.read(Array(bytes[..<count])) }
    }
    #expect(try reader.read(bytes).topics == ["a", "b", "c"])
    for count in 0..<bytes.count {
      #expect(throws: ByteError.self) { try reader.read(Array(bytes[..<count])) }
    }
  }

  @Test func namesThatAreNotTextThrow() throws {
    var reader = SubscriptionReader(topics: Self.known)
    let bytes: [UInt8] = [0, 0, 0, 0, 0, 1, 0, 1, 0xC3, 0xFF, 0xFF, 0xFF, 0xFF]
    #expect(throws: ByteError(.invalidUTF8, offset: 8)) { try reader.read(bytes) }
  }
}
