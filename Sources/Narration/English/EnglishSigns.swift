/// The signs of the picture in English.
struct EnglishSigns: SignPhrasebook {
  var title: String { "Signs" }
  var closes: String { "any key closes this" }

  func section(_ section: Sign.Section) -> String {
    switch section {
    case .partition: "A partition now"
    case .ribbon: "A partition's past"
    case .member: "A member"
    case .comparison: "Worlds compared"
    }
  }

  func meaning(_ sign: Sign) -> String {
    switch sign {
    case .read: "B owns it and reads it"
    case .assigned: "assigned to B, not read yet"
    case .revoking: "B gives it up, and still reads it"
    case .ghost: "B is silent, still its owner"
    case .nobody: "nobody has it"
    case .outsider: "B reads it, but is not its owner"
    case .notRead: "so long has nobody read it"
    case .lag: "lag, of the largest on the screen"
    case .held: "held by an open transaction"
    case .stableOffset: "read_committed readers stop at 20"
    case .now: "now: what is due is right of it"
    case .ribbon: "read by B"
    case .ghostRibbon: "not read: its owner is silent"
    case .hole: "not read: no owner that fetches"
    case .leader: "leader: makes the plan"
    case .lane: "reads, or is at work"
    case .waiting: "joins, waits, or owns nothing"
    case .joinSent: "JoinGroup sent"
    case .syncSent: "SyncGroup sent"
    case .leaveSent: "LeaveGroup sent"
    case .pollMissed: "poll() did not come in time"
    case .died: "its process died"
    case .removed: "removed from the group"
    case .due: "due in that time"
    case .moved: "moved to another member"
    case .needless: "moved, though its owner was well"
    }
  }
}
