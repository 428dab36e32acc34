/// The division of one topic by `range` (`TopicAssignmentState`).
struct RangeRound {
  struct Share {
    /// The position in `subscribers`.
    var slot: Int
    var partition: Int32
  }

  let topic: AssignmentTopic
  /// Places in the member order, ascending.
  let subscribers: [Int]
  /// In the order in which they were given.
  private(set) var given: [Share] = []
  /// So many of them for their racks, before all others.
  private var nearbyCount = 0
  /// By place in the member order.
  private let racks: [String?]
  private var counts: [Int32]
  private var isTaken: [Bool]
  private let quota: Int32
  /// How many members may still get one more than the quota.
  private var extrasLeft: Int32

  init(topic: AssignmentTopic, subscribers: [Int], racks: [String?]) {
    self.topic = topic
    self.subscribers = subscribers
    self.racks = racks
    counts = Array(repeating: 0, count: subscribers.count)
    isTaken = Array(repeating: false, count: topic.size)
    given.reserveCapacity(topic.size)
    let count = Int32(subscribers.count)
    quota = topic.partitionCount / count
    extrasLeft = topic.partitionCount % count
  }

  func rack(_ slot: Int) -> String? { racks[subscribers[slot]] }

  /// How many more partitions the member in `slot` may get.
  func room(_ slot: Int) -> Int32 { max(0, quota + (extrasLeft > 0 ? 1 : 0) - counts[slot]) }

  func isFree(_ partition: Int32) -> Bool { !isTaken[Int(partition)] }

  /// A member without a rack matches everything.
  func racksMatch(_ slot: Int, _ partition: Int32) -> Bool {
    guard let rack = rack(slot) else { return true }
    return Int(partition) < topic.racks.count && topic.racks[Int(partition)].contains(rack)
  }

  mutating func giveNearby(_ partition: Int32, to slot: Int) {
    give(partition, to: slot)
    nearbyCount += 1
  }

  /// The plain rule: each member in order, the next free partitions until its share is full.
  mutating func assignRest() {
    var next: Int32 = 0
    for slot in subscribers.indices {
      if next == topic.partitionCount { return }
      var left = room(slot)
      while left > 0 && next < topic.partitionCount {
        if isFree(next) {
          give(next, to: slot)
          left -= 1
        }
        next += 1
      }
    }
  }

  /// The odd one goes to whoever first reaches beyond the quota.
  private mutating func give(_ partition: Int32, to slot: Int) {
    counts[slot] += 1
    if counts[slot] > quota { extrasLeft -= 1 }
    isTaken[Int(partition)] = true
    given.append(Share(slot: slot, partition: partition))
  }

  /// Why each one was given, in the order of `given`.
  var reasons: [AssignmentReason] {
    var reasons: [AssignmentReason] = Array(repeating: .sameRack, count: nearbyCount)
    while reasons.count < given.count {
      let first = given[reasons.count]
      let share = given[reasons.count...].prefix { $0.slot == first.slot }.count
      let reason = AssignmentReason.rangeShare(first: first.partition, share: Int32(share))
      reasons += Array(repeating: reason, count: share)
    }
    return reasons
  }
}
