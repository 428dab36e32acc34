/// A sign of the picture that the help explains.
public enum Sign: Hashable, Sendable, CaseIterable {
  case read, assigned, revoking, ghost, nobody, outsider, notRead, lag, held, stableOffset
  case ribbon, ghostRibbon, hole, now
  case leader, lane, waiting, joinSent, syncSent, leaveSent, pollMissed, died, removed, due
  case moved, needless

  /// What the sign stands at.
  public enum Section: Hashable, Sendable, CaseIterable {
    case partition, ribbon, member, comparison
  }

  public var section: Section {
    switch self {
    case .read, .assigned, .revoking, .ghost, .nobody, .outsider, .notRead, .lag, .held,
      .stableOffset:
      .partition
    case .ribbon, .ghostRibbon, .hole, .now: .ribbon
    case .leader, .lane, .waiting, .joinSent, .syncSent, .leaveSent, .pollMissed, .died, .removed,
      .due:
      .member
    case .moved, .needless: .comparison
    }
  }
}
