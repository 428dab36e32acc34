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
