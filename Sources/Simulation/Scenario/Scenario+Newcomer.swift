import KafkaModel

extension Scenario {
  /// The member that is added by hand when those of the names are there: like the others, named
  /// on, and static where they are.
  public func newcomer(after names: [String]) -> ScenarioMember {
    let name = MemberNames(like: members.map(\.name)).next(after: names)
    return ScenarioMember(
      name, instanceId: members.last?.instanceId(of: name),
      topics: members.first?.topics ?? topics.map(\.name), startMs: nil)
  }
}
