import Client
import Cluster
import Feed
import KafkaModel
import Simulation

/// A scenario as a real cluster can have it: topics and group under names of this run's own,
/// members with the scenario's names, settings and distances.
struct ClusterCast {
  let scenario: Scenario
  /// `DriveOptions.tag`: tells this run's names from another's.
  let tag: String

  /// Instance ids need to be unique within the group only, and the group is this run's own.
  private func member(_ member: ScenarioMember, startMs: Int64?) -> CastMember {
    CastMember(
      name: member.name, clientId: member.clientId, instanceId: member.instanceId,
      topics: member.topics.map { TopicName(name($0.text)) }, startMs: startMs)
  }

  private func name(_ text: String) -> String { "\(DriveOptions.prefix)\(tag)-\(text)" }

  func newcomer(after names: [String]) -> CastMember {
    member(scenario.newcomer(after: names), startMs: 0)
  }

  /// Who would be in the first generation on a broker with the scenario's settings: each comes
  /// before the initial delay of the one before it is over.
  var firstGeneration: [MemberSlot] {
    let starts = scenario.members.enumerated()
      .compactMap { entry in entry.element.startMs.map { (slot: entry.offset, ms: $0) } }
      .sorted { ($0.ms, $0.slot) < ($1.ms, $1.slot) }
    var slots: [MemberSlot] = []
    var untilMs = starts.first?.ms ?? 0
    for start in starts {
      guard start.ms <= untilMs else { break }
      slots.append(MemberSlot(start.slot))
      untilMs = start.ms + scenario.broker.initialRebalanceDelayMs
    }
    return slots
  }

  func fill(_ options: inout DriveOptions) {
    options.group = name(scenario.groupId.text)
    options.topics = scenario.topics.map {
      DriveOptions.TopicWish(name: name($0.name.text), partitions: $0.partitions)
    }
    options.cast = scenario.members.map { member($0, startMs: $0.startMs) }
    options.produceRatePerSecond = scenario.produceRate
    options.processRatePerSecond = scenario.processRate
    options.settings = settings
  }

  /// The settings that differ from Kafka's, and where to begin to read, which a drive would choose
  /// itself.
  private var settings: [String] {
    let usual = ConsumerConfig(groupId: "", clientId: "", topics: [])
    let own = SettingList.ofOneMember + ["group.id"]
    return ConsumerConfig.keys.compactMap { key in
      guard !own.contains(key), let value = scenario.consumer.value(key) else { return nil }
      return key == "auto.offset.reset" || value != usual.value(key) ? "\(key)=\(value)" : nil
    }
  }
}
