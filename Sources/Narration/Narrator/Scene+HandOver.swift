import Feed
import KafkaModel

/// The cooperative protocol's two rounds (KIP-429): the first takes, the second gives.
extension Scene {
  /// The first round's plan is known, and what it takes is not free yet.
  func handingOver() -> Story? {
    guard let account = picture.rebalance, !account.isOver, picture.state == .stable else {
      return nil
    }
    let taken = taken(account)
    guard !taken.places.isEmpty else { return nil }
    let names = taken.places.map(partitionName)
    let holders = taken.owners.filter { slot in
      taken.places.contains { picture.partitions[$0].owner == slot }
    }
    return Story(
      why: firstCause(account) + [
        holders.isEmpty
          ? .roundTook(names, from: taken.owners, haveRejoined: false)
          : .roundTakes(names, from: taken.owners)
      ],
      cost: cost(),
      next: (holders.isEmpty ? secondJoins(names) : firstShares(holders, names)) + readers)
  }

  private func firstShares(
    _ holders: [MemberSlot], _ names: [PartitionName]
  ) -> [NextRemark] {
    let others = untold.filter { !holders.contains($0) }
    return [.givesUpAndRejoins(holders, names)] + (others.isEmpty ? [] : [.sharesSent(others)])
  }

  private func secondJoins(_ names: [PartitionName]) -> [NextRemark] {
    let joins = picture.members.filter { $0.isMember && $0.doing == .joining }.map(\.slot)
    return (untold.isEmpty ? [] : [.sharesSent(untold)])
      + (joins.isEmpty ? [] : [.joinOnItsWay(joins)]) + firstFetches + [.secondRoundGives(names)]
  }

  /// The cause of a later round is that of the first, and what that took.
  func secondRound() -> [WhyRemark]? {
    guard let account = picture.rebalance, account.rounds > 1, !isEager else { return nil }
    let taken = taken(account)
    guard !taken.places.isEmpty, isRejoin(account.latestCause?.cause) else { return nil }
    return firstCause(account)
      + [
        .roundTook(taken.places.map(partitionName), from: taken.owners, haveRejoined: true)
      ]
  }

  /// Why a rebalance that is over has been: where the last round only gave what the first had
  /// taken, the first one's cause.
  func verdictCause(_ account: RebalanceAccount) -> [WhyRemark] {
    if let change = account.regrouping { return [.regrouped(change)] }
    guard account.rounds > 1, !isEager, isRejoin(account.latestCause?.cause) else {
      return runningCause(isOver: true)
    }
    let moved = picture.partitions.indices.filter { account.verdict($0) == .moved }
    let takers = picture.members.map(\.slot).filter { slot in
      moved.contains { picture.partitions[$0].planned == .slot(slot) }
    }
    return firstCause(account)
      + (moved.isEmpty ? [] : [.roundGave(moved.map(partitionName), to: takers)])
  }

  /// What the second round can give once all have joined.
  var freed: [NextRemark] {
    guard let account = picture.rebalance, account.rounds > 1, !isEager else { return [] }
    let places = taken(account).places
    return places.isEmpty ? [] : [.secondRoundGives(places.map(partitionName))]
  }

  /// Who does not stop, while a cooperative group rebalances.
  var readers: [NextRemark] {
    if isEager { return [] }
    let slots = picture.members.filter { $0.isMember && $0.canRead && $0.reads > 0 }.map(\.slot)
    return slots.isEmpty ? [] : [.readOn(slots)]
  }

  private func taken(_ account: RebalanceAccount) -> (places: [Int], owners: [MemberSlot]) {
    let places = account.before.indices.filter { place in
      guard picture.partitions.indices.contains(place),
        case .slot(let owner) = account.before[place]
      else { return false }
      return picture.partitions[place].planned == .nobody && picture[owner].isMember
    }
    var owners: [MemberSlot] = []
    for place in places {
      if let owner = account.before[place].slot, !owners.contains(owner) { owners.append(owner) }
    }
    return (places, owners.sorted())
  }

  private func firstCause(_ account: RebalanceAccount) -> [WhyRemark] {
    let first = account.causes.first
    return [.cause(cause(first?.cause, atMs: first?.atMs ?? account.startedMs), isOver: true)]
  }

  private func isRejoin(_ cause: RebalanceCause?) -> Bool {
    switch cause {
    case .memberRejoined, .leaderRejoined: true
    default: false
    }
  }

  private func partitionName(_ place: Int) -> PartitionName {
    name(picture.partitions[place].partition)
  }
}
