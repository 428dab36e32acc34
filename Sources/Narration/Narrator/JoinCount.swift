import Feed

/// How many of the members that the coordinator knows have joined, and who has not.
public struct JoinCount: Hashable, Sendable {
  /// Member ids that the join phase counts: those of former processes too.
  public let all: Int
  public let joined: Int
  public let missing: [MemberSlot]
  /// Slots whose former process is still a member, and cannot join any more.
  public let former: [MemberSlot]

  /// Where the coordinator is not seen, who has sent JoinGroup counts, member or not.
  public init(_ picture: GroupPicture, _ capabilities: Capabilities) {
    let isSeen = capabilities.seesCoordinator
    let members = picture.members.filter { $0.isMember || (!isSeen && $0.hasSentJoin) }
    missing = members.filter { isSeen ? !$0.hasJoined : !$0.hasSentJoin }.map(\.slot)
    former = picture.members.filter { $0.formerId != nil }.map(\.slot)
    all = members.count + former.count
    joined = members.count - missing.count
  }
}
