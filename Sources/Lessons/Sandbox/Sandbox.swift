import KafkaModel
import Narration
import Simulation

/// A group of one's own: no script, only keys.
public enum Sandbox {
  /// The scenario of options that have no complaint.
  public static func scenario(_ options: SandboxOptions) -> Scenario {
    precondition(options.complaint == nil)
    let names = MemberNames(like: ["consumer-01"])
    let topics = options.topics.map(\.name)
    return Scenario(
      groupId: options.consumer.groupId, topics: options.topics,
      members: (0..<options.members).map {
        let name = names.name($0 + 1)
        return ScenarioMember(
          name, instanceId: options.isStatic ? InstanceId(name) : nil, topics: topics,
          startMs: Int64($0) * 50)
      },
      consumer: options.consumer, broker: options.broker, produceRate: options.produceRate,
      processRate: options.processRate, latencyMs: options.latencyMs,
      memberLimit: SandboxOptions.memberLimit, transform: options.transform,
      producers: options.hasProducer
        ? [
          ScenarioProducer(
            "producer-01", transactionalId: "producer-01-tx", topic: topics[0],
            timeoutMs: options.transactionTimeoutMs)
        ] : [])
  }

  public static let caption = LessonCaption(
    figure: "", title: Localized(english: "Sandbox", korean: "샌드박스"))
}
