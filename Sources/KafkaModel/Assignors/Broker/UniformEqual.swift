/// `uniform` where all members want the same: each keeps what fits its quota, and what is left
/// fills up one member after the other, so from nothing the shares are contiguous
/// (`UniformHomogeneousAssignmentBuilder`).
enum UniformEqual {
  static func divide(_ group: TargetGroup) -> [MemberAssignment] {
    let memberCount = group.input.members.count
    let total = group.subscriptions[0].reduce(0) {
      $0 + Int(group.input.topics[$1].partitionCount)
    }
    let quota = total / memberCount
    var extras = total % memberCount
    var free = unowned(group)
    var given: [[TargetGroup.Place]] = []
    var rooms: [Int] = []
    for member in 0..<memberCount {
      let hasExtra = extras > 0
      let room = quota + (hasExtra ? 1 : 0)
      let owned = group.owned[member].filter { isWanted($0.topic, group) }
      given.append(Array(owned.prefix(room)))
      free += owned.dropFirst(room)
      var left = room - given[member].count
      if hasExtra {
        // The extra share goes back while enough other members are left to take it.
        if left > 0 && memberCount - member > extras { left -= 1 } else { extras -= 1 }
      }
      rooms.append(left)
    }
    var next = 0
    for member in 0..<memberCount {
      let end = min(next + rooms[member], free.count)
      given[member] += free[next..<end]
      next = end
    }
    return group.assignments(given)
  }

  private static func isWanted(_ topic: Int, _ group: TargetGroup) -> Bool {
    !group.subscribers[topic].isEmpty
  }

  /// Partitions in nobody's previous target, in the broker's order of topics.
  private static func unowned(_ group: TargetGroup) -> [TargetGroup.Place] {
    var isOwned = group.input.topics.map {
      Array(repeating: false, count: Int(max(0, $0.partitionCount)))
    }
    for places in group.owned {
      for place in places { isOwned[place.topic][place.partition] = true }
    }
    return group.subscriptions[0].flatMap { topic in
      isOwned[topic].indices.filter { !isOwned[topic][$0] }.map {
        TargetGroup.Place(topic: topic, partition: $0)
      }
    }
  }
}
