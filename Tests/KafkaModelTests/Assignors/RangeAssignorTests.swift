import Foundation
import KafkaModel
import Testing

/// What Kafka 4.3.0's own RangeAssignor answered, as recorded.
struct RangeAssignorTests {
  struct Case: Decodable {
    var id: String
    var steps: [Step]
  }

  struct Step: Decodable {
    var members: [RecordedMember]
    var topics: [String: Int32]
    var racks: [String: [[String]]]?
    var assignment: [String: [[Place]]]
  }

  struct RecordedMember: Decodable {
    var id: String
    var instanceId: String?
    var rack: String?
    var subscription: [String]
  }

  /// A recorded partition is a list of a name and a number.
  enum Place: Decodable {
    case topic(String)
    case number(Int32)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int32.self) {
        self = .number(number)
      } else {
        self = .topic(try container.decode(String.self))
      }
    }
  }

  static func cases() throws -> [Case] {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/range-assignor", withExtension: "jsonl"))
    let text = try String(contentsOf: url, encoding: .utf8)
    return try text.split(separator: "\n").map {
      try JSONDecoder().decode(Case.self, from: Data($0.utf8))
    }
  }

  static func input(_ step: Step) -> AssignmentInput {
    AssignmentInput(
      members: step.members.map { member in
        AssignmentMember(
          memberId: MemberId(member.id), groupInstanceId: member.instanceId.map { InstanceId($0) },
          subscription: ConsumerSubscription(
            topics: member.subscription.map { TopicName($0) }, rackId: member.rack))
      },
      topics: step.topics.map { name, count in
        AssignmentTopic(
          name: TopicName(name), partitionCount: count, racks: step.racks?[name] ?? [])
      }.sorted { $0.name < $1.name })
  }

  static func expected(_ step: Step, _ member: String) -> [TopicPartition] {
    (step.assignment[member] ?? []).compactMap { place in
      guard case .topic(let topic) = place[0], case .number(let number) = place[1] else {
        return nil
      }
      return TopicPartition(TopicName(topic), number)
    }
  }

  @Test func givesWhatKafkaGave() throws {
    let cases = try Self.cases()
    #expect(cases.count == 148)
    for item in cases {
      for (number, step) in item.steps.enumerated() {
        let result = RangeAssignor().assign(Self.input(step))
        #expect(result.map(\.memberId.text) == step.members.map(\.id))
        for given in result {
          #expect(
            given.partitions == Self.expected(step, given.memberId.text),
            "\(item.id) step \(number) \(given.memberId)")
        }
      }
    }
  }

  @Test func theObserverSeesEveryPartitionOnce() {
    struct Witness: AssignorObserver {
      var given: [TopicPartition] = []
      var topics: [TopicName] = []
      mutating func topicBegan(_ topic: TopicName, partitionCount: Int32, members: [MemberId]) {
        topics.append(topic)
      }
      mutating func gave(
        _ partition: TopicPartition, to member: MemberId, because: AssignmentReason
      ) { given.append(partition) }
    }
    let subscription = ConsumerSubscription(topics: ["a", "b"])
    let input = AssignmentInput(
      members: [
        AssignmentMember(memberId: "m1", subscription: subscription),
        AssignmentMember(memberId: "m2", subscription: subscription),
      ],
      topics: [
        AssignmentTopic(name: "a", partitionCount: 3),
        AssignmentTopic(name: "b", partitionCount: 1),
      ])
    var witness = Witness()
    _ = RangeAssignor().assign(input, observer: &witness)
    #expect(witness.topics == ["a", "b"])
    #expect(witness.given.map(\.description) == ["a-0", "a-1", "a-2", "b-0"])
  }

  @Test func instanceIdsComeFirstAndTextIsOrderedByCodeUnit() {
    func member(_ id: MemberId, _ instance: InstanceId?) -> AssignmentMember {
      AssignmentMember(
        memberId: id, groupInstanceId: instance, subscription: ConsumerSubscription(topics: []))
    }
    let input = AssignmentInput(
      members: [
        member("c2", nil), member("a", nil), member("z", "i2"), member("c10", nil),
        member("B", nil), member("y", "i10"),
      ],
      topics: [])
    #expect(
      input.memberOrder.map { input.members[$0].memberId } == ["y", "z", "B", "a", "c10", "c2"])
  }

  @Test func theRegistryKnowsItsNames() {
    #expect(Assignors.named("range")?.name == "range")
    #expect(Assignors.named("no-such") == nil)
  }
}
