import Feed

/// What the running or the last rebalance did and cost; sums are made of what rows print.
public struct RebalanceCost: Hashable, Sendable {
  /// Nil until it is over and all that it stopped is read again.
  public let kept: Int?
  public let moved: Int?
  public let needless: Int?
  public let rounds: Int
  /// Milliseconds, over all partitions.
  public let notReadMs: Int64
  /// The part whose owners were well all the time; nil while that is not known.
  public let healthyMs: Int64?

  /// Nil before the first rebalance that had owners to lose, and where nothing has stopped.
  public init?(_ picture: GroupPicture) {
    guard let account = picture.rebalance,
      account.before.contains(where: { $0.slot != nil || $0 == .anotherMember })
    else {
      // Nothing rebalances, but somebody may have stopped.
      let open = Self.sum(picture, Array(picture.partitions.indices)) { picture.notReadMs($0) ?? 0 }
      let past = picture.members.contains { $0.returnedMs != nil } ? Self.stops(picture) : 0
      guard open + past > 0 else { return nil }
      (kept, moved, needless, rounds) = (nil, nil, nil, 0)
      (notReadMs, healthyMs) = (open + past, nil)
      return
    }
    let isOver = picture.isRebalanceSettled
    kept = isOver ? account.count(.kept) : nil
    moved = isOver ? account.movedCount : nil
    needless = isOver ? account.count(.needless) : nil
    rounds = account.rounds
    let places = Array(picture.partitions.indices)
    notReadMs = Self.accountMs(picture)
    healthyMs =
      isOver
      ? Self.sum(picture, places.filter(account.isOfHealthy)) { picture.accountNotReadMs($0) }
      : nil
  }

  /// The sum of what the rows print, so that the column adds up.
  static func accountMs(_ picture: GroupPicture) -> Int64 {
    sum(picture, Array(picture.partitions.indices)) { picture.accountNotReadMs($0) }
  }

  /// Stops that are over, of partitions whose owner came back without a rebalance.
  private static func stops(_ picture: GroupPicture) -> Int64 {
    let places = picture.partitions.indices.filter { place in
      picture.partitions[place].planned.slot.map { picture[$0].returnedMs != nil } ?? false
    }
    return sum(picture, places) { place in
      picture.partitions[place].lastStop.map { $0.toMs - $0.fromMs } ?? 0
    }
  }

  private static func sum(
    _ picture: GroupPicture, _ places: [Int], _ ms: (Int) -> Int64
  ) -> Int64 {
    places.reduce(0) { $0 + TimeText.inTenths(ms: ms($1)) }
  }
}
