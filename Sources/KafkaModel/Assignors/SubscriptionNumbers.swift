/// Turns the names that members subscribe to into numbers.
struct SubscriptionNumbers {
  /// By member: ascending, each once.
  private(set) var lists: [[Int]] = []
  /// Each list that differs from the one before.
  private(set) var distinctLists: [[Int]] = []
  private let topics: [TopicName?]
  private var known = Index<TopicName, Int>()

  /// - Parameters:
  ///   - wanted: by member; names that are not in `topics` are passed over.
  ///   - topics: a name's number is its place; nil = nobody can have that number.
  init(_ wanted: [[TopicName]], _ topics: [TopicName?]) {
    self.topics = topics
    for (number, topic) in topics.enumerated() {
      if let topic { known[topic] = number }
    }
    lists.reserveCapacity(wanted.count)
    for (index, names) in wanted.enumerated() {
      // Members mostly want what the one before wanted.
      if index == 0 || names != wanted[index - 1] { distinctLists.append(list(names)) }
      lists.append(distinctLists[distinctLists.count - 1])
    }
  }

  func number(_ name: TopicName) -> Int? { known[name] }

  private func list(_ names: [TopicName]) -> [Int] {
    var list: [Int] = []
    list.reserveCapacity(names.count)
    var last = -1
    var isAscending = true
    for name in names {
      guard let number = number(name, after: last) else { continue }
      if number <= last { isAscending = false }
      last = number
      list.append(number)
    }
    return isAscending ? list : list.sortedOnce()
  }

  /// Both lists are mostly in the same order, so the name is one of the next few.
  private func number(_ name: TopicName, after last: Int) -> Int? {
    let next = last + 1
    for number in next..<max(next, min(next + 4, topics.count)) where topics[number] == name {
      return number
    }
    return known[name]
  }
}

extension [Int] {
  /// Ascending, each once.
  func sortedOnce() -> [Int] {
    let all = sorted()
    return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }
}
