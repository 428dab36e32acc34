import KafkaModel

/// Groups to measure assignors with, made up from a seed.
enum AssignLoad {
  private static let seed: UInt64 = 4

  /// All want all topics, and each has what it was given when there was one member more.
  static func leaving(
    _ rule: AssignRule, members: Int, topics: Int, partitionsEach: Int32
  ) throws -> AssignStep {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<topics).map { "topic-\(1000 + $0)" }
    var step = AssignStep(members: [], topics: table(names, partitionsEach))
    step.members = (0...members).map { member($0, names, &generator) }
    let given = try step.assign(rule)
    for index in step.members.indices {
      step.members[index].owned = given[index].partitions
      step.members[index].generation = Generation(1)
      step.members[index].subscriptionGeneration = Generation(1)
    }
    step.members.remove(at: members / 2)
    return step
  }

  /// Each wants a random half of the topics, and nobody has anything yet.
  static func halves(members: Int, topics: Int, partitionsEach: Int32) -> AssignStep {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<topics).map { "topic-\(1000 + $0)" }
    var step = AssignStep(members: [], topics: table(names, partitionsEach))
    for number in 0..<members {
      let wanted = names.shuffled(using: &generator).prefix(topics / 2).sorted()
      step.members.append(member(number, wanted, &generator))
    }
    return step
  }

  private static func table(_ names: [String], _ partitions: Int32) -> [AssignmentTopic] {
    names.map { AssignmentTopic(name: TopicName($0), partitionCount: partitions) }
  }

  private static func member(
    _ number: Int, _ topics: [String], _ generator: inout SeededGenerator
  ) -> AssignStep.Claimant {
    AssignStep.Claimant(
      memberId: MemberId("consumer-\(number)-\(generator.uuid())"),
      topics: topics.map { TopicName($0) }, owned: [], subscriptionGeneration: .none)
  }
}
