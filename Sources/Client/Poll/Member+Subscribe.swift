import KafkaModel

/// subscribe() and unsubscribe() of a running consumer (`ClassicKafkaConsumer`).
extension Member {
  /// After unsubscribe() poll() would only throw, so the application does not call it.
  var isSubscribed: Bool { !topics.isEmpty }

  /// The subscription differs from what the last JoinGroup said.
  var subscriptionIsOutdated: Bool {
    guard let joinedTopics else { return false }
    return joinedTopics != topics
  }

  /// Remembers the list: the application can call subscribe() only between two polls.
  mutating func wantTopics(_ wanted: [TopicName]) {
    guard closing == .open, !hasFailed else { return }
    wantedTopics = distinct(wanted)
  }

  /// In text order, each topic once.
  private func distinct(_ names: [TopicName]) -> [TopicName] {
    var list: [TopicName] = []
    for name in names.sorted() where list.last != name { list.append(name) }
    return list
  }

  /// The application is back from its work and calls subscribe() before poll().
  mutating func takeWantedTopics() {
    guard let wanted = wantedTopics else { return }
    wantedTopics = nil
    if wanted == topics { return }
    if wanted.isEmpty { return unsubscribe() }
    topics = wanted
    notes.append(.subscribed(wanted))
    // Records of topics it no longer wants, fetched already, are thrown away; the partitions stay
    // its own until the next join.
    for index in ownership.indices where !wanted.contains(ownership[index].partition.topic) {
      ownership[index].buffered = nil
    }
    // A leader goes on watching what its group subscribes to.
    watch(distinct(isLeader ? watchedTopics + wanted : wanted))
  }

  private mutating func unsubscribe() {
    notes.append(.subscribed([]))
    giveEverythingUp()
    sendLeave(reason: "the consumer unsubscribed from all topics")
    resetGeneration(keepId: false, reason: "consumer pro-actively leaving the group")
    prepare = .notBegun
    timers.prepareEndMs = Timers.never
    isLeader = false
    assignedSizes = nil
    topics = []
    watch([])
  }
}
