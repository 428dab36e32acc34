import Client
import Feed
import KafkaModel

/// What must come about once faults have stopped.
extension InvariantChecker {
  /// Faults have stopped: from now on nobody may be left behind.
  public mutating func beginCalm(_ world: World, endsMs: Int64) {
    transactions.endsMs = endsMs
    produced = world.logs.logs.map { $0.end(atMs: world.nowMs) }
  }

  /// All that was in the logs then has been polled, and where applications write what they read
  /// also delivered, as far as a member subscribes to it; or that may never come.
  public func isAllPolled(_ world: World, boundMs: Int64) -> Bool {
    isInCircles(world, boundMs) || firstUnpolled(world) == nil && firstUndelivered(world) == nil
  }

  /// The sticky assignor gives a member what it had in an old generation, whatever it subscribes to
  /// now. The member joins again without a look at the rest, so that its memory stays what it is,
  /// and gets the same once more: in Kafka, too, that goes on until the members change.
  private func isInCircles(_ world: World, _ boundMs: Int64) -> Bool {
    gaveBackMs >= 0 && world.nowMs <= gaveBackMs + boundMs
  }

  /// Takes in the end of a run whose faults stopped at `calmMs`.
  public mutating func finish(_ world: World, calmMs: Int64, boundMs: Int64) {
    if isInCircles(world, boundMs) { return }
    if unsettledMs > max(calmMs, gaveBackMs, lateLookMs) + boundMs {
      report(
        .settlesWhenCalm, world.nowMs,
        "\(state.rawValue); last not Stable at \(unsettledMs) ms, faults stopped at \(calmMs) ms")
    }
    if let place = firstUnpolled(world) {
      report(
        .allIsPolled, world.nowMs,
        "\(world.logs.logs[place].partition) read to \(polled[place]) of \(produced[place])")
    }
    finishTransactions(world)
  }

  /// A leader that has watched a topic which nobody wants any more takes its disappearance from the
  /// next metadata, up to `metadata.max.age.ms` later, for a change and joins again: once.
  mutating func noteLateLook(_ timeMs: Int64) {
    guard !produced.isEmpty, lateLookMs < 0, state == .stable else { return }
    lateLookMs = timeMs
  }

  private func firstUnpolled(_ world: World) -> Int? {
    firstRead(world) { place in polled[place] < produced[place] }
  }

  /// The first partition with this defect that a member subscribes to.
  func firstRead(_ world: World, where isLacking: (Int) -> Bool) -> Int? {
    let read = world.seats.filter(\.canJoin).compactMap { $0.machine?.topics }
    return produced.indices.first { place in
      isLacking(place) && !isOverlooked(world.logs.logs[place].partition)
        && read.contains { $0.contains(world.logs.logs[place].partition.topic) }
    }
  }

  /// A static member comes back without a rebalance, whatever it subscribes to now. If it leads, it
  /// assigns nothing and takes the metadata of then for those it has assigned (KIP-814,
  /// `onLeaderElected`). So a topic that is new to it, or a partition that was added while it was
  /// away, waits for the next rebalance, whatever brings that about.
  private func isOverlooked(_ partition: TopicPartition) -> Bool {
    joinedMs >= plannedMs && !planned.contains(partition)
  }
}
