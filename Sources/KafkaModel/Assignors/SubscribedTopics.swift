/// The topics that somebody subscribes to and that have partitions, numbered in text order.
///
/// Partitions are numbered through, so that their order is that of (topic, partition) and arrays
/// take the place of lookups.
struct SubscribedTopics {
  let topics: [AssignmentTopic]
  /// The number of each topic's partition 0, and the count of all as the last one.
  let firstNumbers: [Int]
  /// Topic numbers of each member of the input, ascending, each once.
  let subscriptions: [[Int]]
  private let numbers: Index<TopicName, Int>

  init(_ input: AssignmentInput) {
    let existing = input.topics.filter { $0.partitionCount > 0 }.sorted { $0.name < $1.name }
    var known = Index<TopicName, Int>()
    for (number, topic) in existing.enumerated() { known[topic.name] = number }
    let wanted = Self.resolve(input.members, known)
    var isWanted = Array(repeating: false, count: existing.count)
    for list in wanted { for topic in list { isWanted[topic] = true } }
    var renumbered = Array(repeating: 0, count: existing.count)
    var kept: [AssignmentTopic] = []
    var numbers = Index<TopicName, Int>()
    for (old, topic) in existing.enumerated() where isWanted[old] {
      renumbered[old] = kept.count
      numbers[topic.name] = kept.count
      kept.append(topic)
    }
    var firstNumbers = [0]
    for topic in kept { firstNumbers.append(firstNumbers[firstNumbers.count - 1] + topic.size) }
    topics = kept
    self.firstNumbers = firstNumbers
    self.numbers = numbers
    let isSame = kept.count == existing.count
    subscriptions = isSame ? wanted : wanted.map { $0.map { renumbered[$0] } }
  }

  /// Members mostly want what the one before wanted, so that is looked at first.
  private static func resolve(
    _ members: [AssignmentMember], _ numbers: Index<TopicName, Int>
  ) -> [[Int]] {
    var result: [[Int]] = []
    result.reserveCapacity(members.count)
    for (index, member) in members.enumerated() {
      let names = member.subscription.topics
      if index > 0, names == members[index - 1].subscription.topics {
        result.append(result[index - 1])
        continue
      }
      var list = names.compactMap { numbers[$0] }.sorted()
      var last = -1
      list.removeAll { number in
        defer { last = number }
        return number == last
      }
      result.append(list)
    }
    return result
  }

  var partitionCount: Int { firstNumbers[topics.count] }

  func number(of topic: TopicName) -> Int? { numbers[topic] }

  func numbers(of topic: Int) -> Range<Int> { firstNumbers[topic]..<firstNumbers[topic + 1] }

  /// For each topic its subscribers, in the order of `members` (positions in the input).
  func subscribers(inOrder members: [Int]) -> [[Int]] {
    var result: [[Int]] = Array(repeating: [], count: topics.count)
    for member in members { for topic in subscriptions[member] { result[topic].append(member) } }
    return result
  }
}

extension AssignmentTopic {
  var size: Int { Int(partitionCount) }
}
