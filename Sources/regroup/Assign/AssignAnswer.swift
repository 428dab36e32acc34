import Export
import KafkaModel

/// The answer to one step, as a line of JSON.
enum AssignAnswer {
  /// - Parameter number: of the step in its line, from 0.
  static func line(_ step: AssignStep, _ number: Int, of item: AssignCase) throws -> String {
    var members: [JsonValue.Member] = [
      JsonValue.Member("id", .string(item.id)), JsonValue.Member("step", .number(number)),
    ]
    do {
      let result = try step.assign(item.rule).sorted { $0.memberId < $1.memberId }
      members.append(
        JsonValue.Member(
          "assignment",
          .object(result.map { JsonValue.Member($0.memberId.text, places($0.partitions)) })))
    } catch let error as AssignorError {
      members.append(JsonValue.Member("error", .string(error.exceptionName)))
      members.append(JsonValue.Member("message", .string(error.description)))
    }
    return JsonValue.object(members).text
  }

  private static func places(_ partitions: [TopicPartition]) -> JsonValue {
    .array(
      partitions.map { .array([.string($0.topic.text), .number($0.partition)]) })
  }
}
