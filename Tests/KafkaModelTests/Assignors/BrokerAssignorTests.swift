import KafkaModel
import Testing

/// What the broker-side assignors of Kafka 4.3.0 answered, as recorded.
struct BrokerAssignorTests {
  /// In the recorded order, as topic ids are random and the order they give is of no meaning.
  @Test func everyStepGivesWhatKafkaGave() throws {
    let steps = try RecordedStep.all("broker-assignors")
    #expect(steps.count == 932)
    var differences: [String] = []
    var partitionCount = 0
    for step in steps {
      let assignor = try #require(BrokerAssignor(rawValue: step.assignor))
      let result = assignor.assign(try step.targetInput).sorted { $0.memberId < $1.memberId }
      partitionCount += result.reduce(0) { $0 + $1.partitions.count }
      if result != step.expected.sorted(by: { $0.memberId < $1.memberId }) {
        differences.append(step.name)
      }
    }
    #expect(partitionCount > 10_000)
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
  }

  @Test func membersAndTopicsInTheOrderOfJavasMaps() throws {
    var recordedCount = 0
    for step in try RecordedStep.all("broker-assignors") {
      let input = try step.targetInput
      #expect(input.inJavaOrder.members.map(\.memberId) == input.members.map(\.memberId))
      #expect(input.inJavaOrder.topics.map(\.name) == input.topics.map(\.name))
      recordedCount += 1
    }
    #expect(recordedCount == 932)
  }
}

extension RecordedStep {
  /// Members and topics in the order in which the broker walked over them.
  var targetInput: TargetInput {
    get throws {
      let ordered = try (json["memberOrder"]?.items ?? []).map { item in
        let id = try #require(item.text)
        let member = try #require(members.first { $0["id"]?.text == id })
        return TargetMember(
          memberId: MemberId(id),
          groupInstanceId: member["instanceId"]?.text.map { InstanceId($0) },
          topics: Self.topics(member), owned: Self.partitions(member["owned"]))
      }
      let topics = try (json["topicOrder"]?.items ?? []).map { item in
        let name = try #require(item.text)
        return TargetTopic(
          name: TopicName(name), topicId: try #require(Uuid(json["topicIds"]?[name]?.text ?? "")),
          partitionCount: Int32(try #require(json["topics"]?[name]?.number)))
      }
      return TargetInput(members: ordered, topics: topics)
    }
  }
}
