import KafkaModel

/// What a member had before, on the command line: `m1:orders-0,orders-1`.
struct OwnedArgument: Hashable, Sendable {
  var memberId: MemberId
  var partitions: [TopicPartition]

  static let form = "MEMBER:TOPIC-PARTITION,..., such as m1:orders-0,orders-1"

  init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
    var partitions: [TopicPartition] = []
    for place in text[text.index(after: colon)...].split(
      separator: ",", omittingEmptySubsequences: false)
    {
      guard let dash = place.lastIndex(of: "-"), dash > place.startIndex,
        let number = Int32(place[place.index(after: dash)...]), number >= 0
      else { return nil }
      partitions.append(TopicPartition(TopicName(String(place[..<dash])), number))
    }
    memberId = MemberId(String(text[..<colon]))
    self.partitions = partitions
  }
}
