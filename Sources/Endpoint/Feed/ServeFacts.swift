import Feed
import KafkaModel

/// How a group of foreign clients is set, as far as they tell.
enum ServeFacts {
  static func facts(
    _ groupId: GroupId, _ broker: Broker, _ seats: ClientSeats, chosen: String?
  ) -> GroupFacts {
    let present = seats.all.filter { !$0.isGone }.compactMap(\.accepted)
    // Of one that is gone the coordinator still counts the session.
    let known = seats.all.compactMap(\.accepted)
    let assignors = assignors(present, chosen)
    let config = broker.config.coordinator
    var settings = [
      Setting(GroupFacts.listenersKey, "\(broker.host):\(broker.port)", .broker),
      Setting(GroupFacts.securityKey, broker.config.security.protocolName, .broker),
    ]
    if !present.isEmpty {
      settings += [
        Setting("partition.assignment.strategy", assignors.joined(separator: ","), .consumer),
        Setting("session.timeout.ms", values(known.map(\.sessionTimeoutMs)), .consumer),
        Setting("max.poll.interval.ms", values(present.map(\.rebalanceTimeoutMs)), .consumer),
      ]
    }
    settings += [
      Setting(
        "group.initial.rebalance.delay.ms", "\(config.initialRebalanceDelayMs)", .broker),
      Setting("group.min.session.timeout.ms", "\(config.minSessionTimeoutMs)", .broker),
      Setting("group.max.session.timeout.ms", "\(config.maxSessionTimeoutMs)", .broker),
    ]
    return GroupFacts(
      groupId: groupId, assignors: assignors, coordinator: Broker.node, settings: settings)
  }

  /// What all support, the generation's first; an eager one stays in it while somebody has one.
  private static func assignors(_ present: [MemberTerms], _ chosen: String?) -> [String] {
    guard let first = present.first?.assignors else { return chosen.map { [$0] } ?? [] }
    let shared = first.filter { name in present.allSatisfy { $0.assignors.contains(name) } }
    let head = chosen.map { [$0] } ?? []
    let agreed = head + shared.filter { $0 != chosen }
    guard Assignors.rebalanceProtocol(of: agreed) == .cooperative,
      let eager = present.first(where: { !$0.isCooperative })?.assignors
    else { return agreed }
    return head + eager.filter { $0 != chosen }
  }

  /// One number, or those that differ.
  private static func values(_ numbers: [Int32]) -> String {
    Array(Set(numbers)).sorted().map(String.init).joined(separator: ", ")
  }
}
