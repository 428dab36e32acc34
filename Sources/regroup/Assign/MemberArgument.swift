import KafkaModel

/// A member on the command line: `m1`, `m1:orders,payments`, `m1:orders@instance-1`.
struct MemberArgument: Hashable, Sendable {
  var memberId: MemberId
  /// nil = all there are.
  var topics: [TopicName]?
  var groupInstanceId: InstanceId?

  static let form = "MEMBER[:TOPIC,TOPIC...][@INSTANCE], such as m1:orders@instance-1"

  init?(_ text: String) {
    var rest = Substring(text)
    if let at = rest.lastIndex(of: "@") {
      let instance = rest[rest.index(after: at)...]
      if instance.isEmpty { return nil }
      groupInstanceId = InstanceId(String(instance))
      rest = rest[..<at]
    }
    if let colon = rest.firstIndex(of: ":") {
      let names = rest[rest.index(after: colon)...].split(
        separator: ",", omittingEmptySubsequences: false)
      if names.contains(where: \.isEmpty) { return nil }
      topics = names.map { TopicName(String($0)) }
      rest = rest[..<colon]
    }
    if rest.isEmpty { return nil }
    memberId = MemberId(String(rest))
  }
}
