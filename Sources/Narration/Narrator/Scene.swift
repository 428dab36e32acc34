import Feed
import KafkaModel

/// A picture with its history, and the questions that remarks ask of it.
struct Scene {
  let picture: GroupPicture
  let timeline: Timeline
  let capabilities: Capabilities

  var nowMs: Int64 { picture.timeMs }

  /// Members that the coordinator counts and whose processes can answer.
  var present: [MemberPicture] {
    picture.members.filter { $0.isMember && isThere($0) }
  }

  func isThere(_ member: MemberPicture) -> Bool {
    (member.isRunning || member.process == .unknown) && member.isConnected && !member.isFrozen
  }

  func first(_ matches: (MemberPicture) -> Bool) -> MemberPicture? {
    picture.members.first(where: matches)
  }

  func isLeader(_ slot: MemberSlot) -> Bool { picture.leader == slot }

  func dueIn(_ dueMs: Int64?) -> Int64? { dueMs.map { max(0, $0 - nowMs) } }

  var sessionMs: Int64? { picture.facts?.number("session.timeout.ms") }
  /// Its own, where members may differ.
  func sessionMs(_ slot: MemberSlot) -> Int64? { picture.sessionTimeoutMs(of: slot) }
  var heartbeatMs: Int64? { picture.facts?.number("heartbeat.interval.ms") }
  var pollMs: Int64? { picture.facts?.number("max.poll.interval.ms") }

  var isEager: Bool { picture.facts.map { !$0.isCooperative } ?? false }

  func name(_ partition: TopicPartition) -> PartitionName { picture.name(of: partition) }

  func who(_ id: MemberId) -> Who { picture.slot(of: id).map { .slot($0) } ?? .other }

  /// Records a second that arrive in the partitions a member owns, times 1,000.
  func arriving(_ member: MemberPicture) -> Int64 {
    member.owned.reduce(0) { sum, partition in
      guard let place = picture.place(of: partition) else { return sum }
      return sum + growthPerKilosecond(place)
    }
  }

  private func growthPerKilosecond(_ place: Int) -> Int64 {
    let partition = picture.partitions[place]
    guard let now = partition.logEnd(atMs: nowMs),
      let later = partition.logEnd(atMs: nowMs + 1_000_000)
    else { return 0 }
    return later - now
  }
}
