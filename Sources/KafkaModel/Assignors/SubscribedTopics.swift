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
  /// All members gave the same list.
  let haveSameList: Bool
  private let numbers: Index<TopicName, Int>

  init(_ input: AssignmentInput) {
    let existing = input.topics.filter { $0.partitionCount > 0 }.sorted { $0.name < $1.name }
    let wanted = SubscriptionNumbers(
      input.members.map(\.subscription.topics), existing.map(\.name))
    var isWanted = Array(repeating: false, count: existing.count)
    for topic in wanted.distinctLists.joined() { isWanted[topic] = true }
    var renumbered = Array(repeating: 0, count: existing.count)
    var kept: [AssignmentTopic] = []
    var numbers = Index<TopicName, Int>()
    var firstNumbers = [0]
    for (old, topic) in existing.enumerated() where isWanted[old] {
      renumbered[old] = kept.count
      numbers[topic.name] = kept.count
      kept.append(topic)
      firstNumbers.append(firstNumbers[firstNumbers.count - 1] + topic.size)
    }
    topics = kept
    self.firstNumbers = firstNumbers
    self.numbers = numbers
    haveSameList = wanted.distinctLists.count <= 1
    subscriptions =
      kept.count == existing.count
      ? wanted.lists : wanted.lists.map { $0.map { renumbered[$0] } }
  }

  var partitionCount: Int { firstNumbers[topics.count] }

  func number(of topic: TopicName) -> Int? { numbers[topic] }

  func numbers(of topic: Int) -> Range<Int> { firstNumbers[topic]..<firstNumbers[topic + 1] }

  /// For each topic its subscribers, by their places in `order` (positions in the input).
  func subscriberPlaces(_ order: [Int]) -> [[Int]] {
    if haveSameList { return Array(repeating: Array(order.indices), count: topics.count) }
    var result: [[Int]] = Array(repeating: [], count: topics.count)
    for (place, member) in order.enumerated() {
      for topic in subscriptions[member] { result[topic].append(place) }
    }
    return result
  }
}

extension AssignmentTopic {
  var size: Int { Int(partitionCount) }
}
