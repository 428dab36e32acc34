import Foundation
import KafkaModel
import Testing

/// One call of a real assignor: what it was given and what it answered.
struct RecordedStep {
  var name: String
  var assignor: String
  var json: RecordedJson

  /// All steps of a fixture of the shape `{"id","assignor","steps":[...]}` a line.
  static func all(_ fixture: String) throws -> [RecordedStep] {
    let url = try #require(
      Bundle.module.url(forResource: "Fixtures/" + fixture, withExtension: "jsonl"))
    var steps: [RecordedStep] = []
    for line in try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")) {
      let json = try RecordedJson(Array(line))
      let id = try #require(json["id"]?.text)
      let assignor = try #require(json["assignor"]?.text)
      for (number, step) in (json["steps"]?.items ?? []).enumerated() {
        steps.append(RecordedStep(name: "\(id) step \(number)", assignor: assignor, json: step))
      }
    }
    return steps
  }

  /// Real behaviour that follows from an oversight of Kafka's, by name.
  var quirks: [String] { (json["quirks"]?.items ?? []).compactMap(\.text) }

  var exception: String? { json["error"]?.text }
  var message: String? { json["message"]?.text }

  var members: [RecordedJson] { json["members"]?.items ?? [] }

  var expected: [MemberAssignment] {
    members.map { member in
      let id = member["id"]?.text ?? ""
      return MemberAssignment(
        memberId: MemberId(id), partitions: Self.partitions(json["assignment"]?[id]))
    }
  }

  static func partitions(_ json: RecordedJson?) -> [TopicPartition] {
    (json?.items ?? []).compactMap { place in
      guard let topic = place.items.first?.text, let number = place.items.last?.number else {
        return nil
      }
      return TopicPartition(TopicName(topic), Int32(number))
    }
  }

  static func topics(_ member: RecordedJson) -> [TopicName] {
    (member["subscription"]?.items ?? []).compactMap(\.text).map { TopicName($0) }
  }
}

/// As a leader gets it: with the assignor's user data in the subscriptions.
extension RecordedStep {
  var input: AssignmentInput {
    get throws {
      AssignmentInput(
        members: try members.map { try member($0) },
        topics: (json["topics"]?.fields ?? []).map { name, count in
          AssignmentTopic(
            name: TopicName(name), partitionCount: Int32(count.number ?? 0),
            racks: (json["partitionRacks"]?[name]?.items ?? []).map { partition in
              partition.items.compactMap(\.text)
            })
        })
    }
  }

  private func member(_ member: RecordedJson) throws -> AssignmentMember {
    let owned = Self.partitions(member["owned"])
    let generation = member["generation"]?.number.map { Generation(Int32($0)) }
    var subscription = ConsumerSubscription(
      topics: Self.topics(member), rackId: member["rack"]?.text)
    // The field of the subscription differs from what the assignor decodes, where it is recorded.
    let field = member["subscriptionGeneration"]
    subscription.generation =
      field.map { Generation(Int32($0.number ?? -1)) } ?? generation ?? .none
    switch assignor {
    case "sticky":
      if generation != nil || !owned.isEmpty {
        subscription.userData = try StickyUserData.bytes(
          partitions: owned, generation: generation)
      }
    case "cooperative-sticky":
      subscription.ownedPartitions = owned
      subscription.userData = generation.map { CooperativeStickyUserData.bytes(generation: $0) }
    default: break
    }
    return AssignmentMember(
      memberId: MemberId(member["id"]?.text ?? ""),
      groupInstanceId: member["instanceId"]?.text.map { InstanceId($0) },
      subscription: subscription)
  }
}
