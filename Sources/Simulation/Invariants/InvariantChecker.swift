import Feed
import KafkaModel

/// Looks at every step of a world.
public struct InvariantChecker: Sendable {
  public private(set) var violations: [Violation] = []
  /// How often two members read one partition at the same time (a zombie beside the owner).
  public private(set) var overlaps = 0
  private var generation = Generation.none
  private var readers: [[MemberSlot]]
  private(set) var polled: [Offset]
  /// Where the logs ended when faults stopped.
  var produced: [Offset] = []
  private var staleCommits = 0
  /// `World.loadedTerm` when it was looked at last.
  private var term: Int32 = 0
  /// When the group was not Stable last.
  private(set) var unsettledMs: Int64 = 0
  private(set) var state = GroupState.empty
  /// When a plan last gave a member of old what it does not subscribe to (`planForSubscribers`).
  private(set) var gaveBackMs: Int64 = -1
  /// When a leader of a settled group joined again after faults had stopped, for the first time.
  var lateLookMs: Int64 = -1
  var transactions: TransactionWatch
  /// What the last plan gives to somebody, and when it was written.
  private(set) var planned: [TopicPartition] = []
  private(set) var plannedMs: Int64 = 0
  /// When a member last came into a settled group.
  private(set) var joinedMs: Int64 = -1

  public init(_ world: World) {
    readers = world.logs.logs.map { _ in [] }
    polled = world.logs.logs.map { _ in Offset(0) }
    transactions = TransactionWatch(world)
  }

  /// Takes in what one step of the world emitted.
  public mutating func check(_ events: [TimedEvent], _ world: World) {
    let isLoaded = world.loadedTerm != term
    if isLoaded {
      // A generation that was not written down is given out again by the new coordinator.
      term = world.loadedTerm
      generation = world.coordinator.group(world.scenario.groupId)?.generation ?? .none
    }
    for timed in events {
      // What is loaded was looked at when it was written.
      if isLoaded, timed.event.isOfTakeover { continue }
      check(timed, world)
    }
    if world.audit.staleCommits > staleCommits {
      staleCommits = world.audit.staleCommits
      report(.noStaleCommit, world.nowMs, "a commit of another generation was accepted")
    }
    checkTransactions(world)
    if !isSettled(world) { unsettledMs = world.nowMs }
  }

  /// Stable, or Empty where nobody is left who could join.
  func isSettled(_ world: World) -> Bool {
    state == .stable || (state == .empty && !world.seats.contains { $0.canJoin })
  }

  private mutating func check(_ timed: TimedEvent, _ world: World) {
    switch timed.event {
    case .memberAdded where state == .stable: joinedMs = timed.timeMs
    case .plan(_, let shares):
      planned = shares.flatMap(\.partitions)
      plannedMs = timed.timeMs
      checkPlan(shares, timed.timeMs, world)
      checkOwnersSpared(shares, timed.timeMs, world)
    case .groupState(let new, let number, let cause):
      if case .leaderRejoined = cause { noteLateLook(timed.timeMs) }
      state = new
      if new == .completingRebalance {
        if number <= generation {
          report(.generationGrows, timed.timeMs, "\(number) after \(generation)")
        }
        generation = number
      }
    case .partitionsAdded(let topic, let partitions):
      let place = world.logs.places(of: topic).lowerBound + Int(partitions) - 1
      readers.insert([], at: place)
      polled.insert(Offset(0), at: place)
      transactions.grow(at: place)
    case .readingStarted(let slot, let partition, let offset):
      guard let place = world.logs.place(partition.topic, partition.partition) else { return }
      if !readers[place].contains(slot) { readers[place].append(slot) }
      if readers[place].count > 1 { overlaps += 1 }
      checkReaders(place, partition, timed.timeMs, world)
      if offset > polled[place] {
        report(
          .committedWasPolled, timed.timeMs,
          "\(partition) goes on at \(offset), read to \(polled[place])")
      }
    case .readingStopped(let slot, let partition): stop(slot, [partition], world)
    case .revoked(let slot, let list), .lost(let slot, let list): stop(slot, list, world)
    case .process(let slot, .killed), .process(let slot, .ended):
      for place in readers.indices { readers[place].removeAll { $0 == slot } }
    case .position(_, let partition, let offset):
      guard let place = world.logs.place(partition.topic, partition.partition) else { return }
      polled[place] = max(polled[place], offset)
    case .committed(let partition, let offset):
      guard let place = world.logs.place(partition.topic, partition.partition) else { return }
      if offset > polled[place] {
        report(
          .committedWasPolled, timed.timeMs,
          "\(partition) committed \(offset), read to \(polled[place])")
      }
    case .transaction(let event): check(event, timed.timeMs, world)
    default: break
    }
  }

  private mutating func checkPlan(
    _ shares: [PlannedShare], _ timeMs: Int64, _ world: World
  ) {
    var owners: [MemberSlot?] = world.logs.logs.map { _ in nil }
    let record = world.coordinator.hardState.group(world.scenario.groupId)
    let written = record?.members ?? []
    // Where claims differ, the sticky family may give a partition back to whoever had it in an
    // earlier generation without a look at what that member subscribes to now
    // (`AbstractStickyAssignor.performReassignments`); the member then rejoins.
    let givesBack = record?.protocolName?.hasSuffix("sticky") ?? false
    for share in shares {
      let subscription =
        written.first { $0.memberId == share.memberId }
        .flatMap { try? ConsumerSubscription(bytes: $0.subscription) }?.topics ?? []
      for partition in share.partitions {
        let mayGiveBack = givesBack && world.logs[partition.topic, partition.partition] != nil
        if !subscription.contains(partition.topic) {
          if mayGiveBack {
            gaveBackMs = timeMs
          } else {
            report(.planForSubscribers, timeMs, "\(partition) for \(share.memberId)")
          }
        }
        guard let place = world.logs.place(partition.topic, partition.partition) else { continue }
        if owners[place] != nil { report(.planHasOneOwner, timeMs, "\(partition) twice") }
        owners[place] = share.slot
      }
    }
  }

  private mutating func checkReaders(
    _ place: Int, _ partition: TopicPartition, _ timeMs: Int64, _ world: World
  ) {
    let group = world.coordinator.group(world.scenario.groupId)
    let lawful = readers[place].filter { slot in
      guard let machine = world.seats[slot.index].machine else { return false }
      // Who has this generation's number from a coordinator that could not write it down, and was
      // no member when the number was given out again, is as stale as one with an older number.
      return machine.generation == group?.generation && group?.member(machine.memberId) != nil
        && machine.owned.contains(partition)
    }
    if lawful.count > 1 {
      report(.oneCurrentReader, timeMs, "\(partition) has \(lawful.count) in one generation")
    }
  }

  private mutating func stop(
    _ slot: MemberSlot, _ list: [TopicPartition], _ world: World
  ) {
    for partition in list {
      guard let place = world.logs.place(partition.topic, partition.partition) else { continue }
      readers[place].removeAll { $0 == slot }
    }
  }

  mutating func report(_ invariant: Invariant, _ timeMs: Int64, _ detail: String) {
    // The first of a kind tells all; a broken run would report thousands.
    guard !violations.contains(where: { $0.invariant == invariant }) else { return }
    violations.append(Violation(timeMs: timeMs, invariant: invariant, detail: detail))
  }
}

extension FeedEvent {
  /// What a new coordinator tells of what is in force anyway.
  fileprivate var isOfTakeover: Bool {
    switch self {
    case .plan, .memberAdded: true
    default: false
    }
  }
}
