import Feed
import KafkaModel

extension Narrator {
  /// What the picture is about now, the most urgent first.
  public static func terms(_ picture: GroupPicture) -> [GlossaryTerm] {
    var terms: [GlossaryTerm] = []
    func add(_ term: GlossaryTerm, if isSo: Bool = true) {
      if isSo, !terms.contains(term) { terms.append(term) }
    }
    add(.fenced, if: picture.members.contains { $0.failure == .fencedInstanceId })
    transactionTerms(picture).forEach { add($0) }
    add(.initialDelay, if: picture.initialDelayDueMs != nil)
    add(.maxPollInterval, if: picture.members.contains { $0.isMember && !$0.isPolling })
    // While the others join, the dead one is history.
    add(.sessionTimeout, if: picture.state == .stable && hasSilentMember(picture))
    if let state = picture.state { add(term(state)) }
    for member in picture.members { term(member.word).map { add($0) } }
    add(.partitionSeconds, if: verdict(picture) != nil)
    if let facts = picture.facts {
      facts.assignors.first.flatMap(term).map { add($0) }
      add(facts.isCooperative ? .cooperative : .eager)
    }
    add(.staticMember, if: picture.members.contains(where: \.isStatic))
    add(.generation)
    add(.transactionalId, if: !picture.transactions.transactions.isEmpty)
    add(.exactlyOnce, if: picture.transactions.output != nil)
    return terms
  }

  /// What is wrong with transactions; that they are there comes last of all.
  private static func transactionTerms(_ picture: GroupPicture) -> [GlossaryTerm] {
    let transactions = picture.transactions
    var terms: [GlossaryTerm] = []
    if transactions.producers.contains(where: { $0.fenced != nil || $0.failure != nil }) {
      terms += [.zombie, .producerId]
    }
    if !transactions.pending.isEmpty, picture.members.contains(where: \.isFetchingOffsets) {
      terms.append(.pendingOffset)
    }
    if picture.partitions.indices.contains(where: { picture.stableOffset($0) != nil }) {
      terms += [.lastStableOffset, .isolationLevel]
    }
    if transactions.tally.map({ $0.duplicates > 0 }) ?? false { terms.append(.duplicates) }
    return terms
  }

  private static func hasSilentMember(_ picture: GroupPicture) -> Bool {
    picture.members.contains { $0.isGone || ($0.isMember && !$0.isConnected) }
  }

  private static func term(_ state: GroupState) -> GlossaryTerm {
    switch state {
    case .empty: .empty
    case .preparingRebalance: .preparingRebalance
    case .completingRebalance: .completingRebalance
    case .stable: .stable
    case .dead: .dead
    }
  }

  private static func term(_ word: MemberWord) -> GlossaryTerm? {
    switch word {
    case .joining: .joinGroup
    case .waits: .syncGroup
    case .assigns: .leader
    case .revoking: .revoke
    case .fetchingOffsets: .commit
    default: nil
    }
  }

  private static func term(_ assignor: String) -> GlossaryTerm? {
    switch assignor {
    case "range": .range
    case "roundrobin": .roundRobin
    case "sticky": .sticky
    case "cooperative-sticky": .cooperativeSticky
    default: nil
    }
  }
}

extension MemberPicture {
  fileprivate var isFetchingOffsets: Bool { doing == .fetchingOffsets }
}
