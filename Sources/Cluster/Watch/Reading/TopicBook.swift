import KafkaModel

/// The topics that belong to a group, put together from the answers of one refresh.
struct TopicBook {
  private var places: [TopicName: Int] = [:]
  private(set) var topics: [WatchedTopic] = []

  /// No cluster has so many partitions of one topic; a number beyond is not believed.
  static let mostPartitions: Int32 = 200_000

  var names: [TopicName] { topics.map(\.name) }

  /// A topic somebody subscribes to or is assigned.
  mutating func mention(_ name: TopicName) {
    if places[name] == nil {
      places[name] = topics.count
      topics.append(WatchedTopic(name: name))
    }
  }

  /// Committed offsets are there also for topics that are gone.
  mutating func take(_ committed: [OffsetFetchResponse.Topic]) {
    for topic in committed {
      mention(topic.name)
      guard let place = places[topic.name] else { continue }
      topics[place].partitions.reserveCapacity(topic.partitions.count)
      for partition in topic.partitions where partition.errorCode == .none {
        guard partition.committedOffset.isSound,
          let at = room(place, partition.partitionIndex)
        else { continue }
        topics[place].partitions[at].committed = partition.committedOffset
        topics[place].partitions[at].committedEpoch = partition.committedLeaderEpoch
      }
    }
  }

  /// Leaders as Metadata has told them, now or a little before.
  mutating func take(_ leaders: LeaderTable) {
    for place in topics.indices {
      guard let known = leaders[topics[place].name] else { continue }
      topics[place].problem = known.problem
      for (number, leader) in known.leaders.enumerated() {
        if let at = room(place, Int32(number)) { topics[place].partitions[at].leader = leader }
      }
    }
  }

  /// Where logs end. Returns whether some leader has moved.
  mutating func take(_ ends: ListOffsetsResponse) -> Bool {
    var hasMoved = false
    for topic in ends.topics {
      guard let place = places[topic.name] else { continue }
      for partition in topic.partitions {
        guard partition.errorCode == .none else {
          hasMoved = true
          continue
        }
        let at = Int(partition.partitionIndex)
        guard partition.offset.isSound, topics[place].partitions.indices.contains(at) else {
          continue
        }
        topics[place].partitions[at].logEnd = partition.offset
      }
    }
    return hasMoved
  }

  /// What each leader is to be asked: one request a broker.
  var questions: [(leader: BrokerId, topics: [(name: TopicName, partitions: [Int32])])] {
    var byLeader: [BrokerId: [(name: TopicName, partitions: [Int32])]] = [:]
    for topic in topics {
      var own: [BrokerId: [Int32]] = [:]
      for (number, partition) in topic.partitions.enumerated() where partition.leader != .none {
        own[partition.leader, default: []].append(Int32(number))
      }
      for (leader, numbers) in own { byLeader[leader, default: []].append((topic.name, numbers)) }
    }
    return byLeader.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func room(_ place: Int, _ number: Int32) -> Int? {
    guard number >= 0, number < Self.mostPartitions else { return nil }
    let missing = Int(number) + 1 - topics[place].partitions.count
    if missing == 1 {
      topics[place].partitions.append(WatchedPartition())
    } else if missing > 0 {
      topics[place].partitions += Array(repeating: WatchedPartition(), count: missing)
    }
    return Int(number)
  }

  /// In order of their names.
  var inOrder: [WatchedTopic] { topics.sorted { $0.name < $1.name } }
}
