/// Why a group rebalances, in English.
struct EnglishCause {
  let terms: EnglishTerms

  /// A sentence; `isOver` tells it as past.
  func sentence(_ cause: Cause, _ isOver: Bool) -> Phrase {
    switch cause {
    case .groupWasEmpty(let who):
      "\(terms.subject(who)) joined a group that was empty."
    case .newMember(let who): "\(terms.subject(who)) is new in the group."
    case .newMembers(let list): "\(subjects(list)) are new in the group."
    case .restarted(let who):
      "\(terms.subject(who)) was restarted; to the coordinator it is a new member."
    case .returned(let who, let hadLeft):
      """
      \(terms.subject(who)) had \(hadLeft ? "left" : "been removed") and joined again as a new \
      member.
      """
    case .rejoined(let who): "\(terms.subject(who)) rejoined with a change."
    case .leaderRejoined(let who): "The leader \(terms.who(who)) joined again: always a rebalance."
    case .expelled(let who):
      "\(terms.subject(who)) was removed by an administrator, with LeaveGroup in its name."
    case .leftRunning(let who):
      """
      \(terms.subject(who)) sent LeaveGroup and lives: it unsubscribed, or did not call poll() in \
      time.
      """
    case .left(let who): "\(terms.subject(who)) closed and said so with LeaveGroup."
    case .gone(let who):
      """
      \(terms.subject(who)) is gone: it left, or its session ran out; nothing that was seen tells \
      which.
      """
    case .pollMissed(let who, let limit):
      "\(terms.subject(who)) did not call poll() in time\(terms.limit(limit)) and left by itself."
    case .sessionTimedOut(let who, let limit, let at, let since):
      """
      \(terms.subject(who)) was silent\(limit.map { " for \(terms.setting($0))" } ?? ""), \
      its session ended \(since.map { "between \(TimeText.clock(ms: $0)) and" } ?? "at") \
      \(TimeText.clock(ms: at)).
      """
    case .sessionsTimedOut(let list, let by):
      "\(subjects(list)) were silent: their sessions ended, the last at \(TimeText.clock(ms: by))."
    case .newMemberTimedOut(let who): "\(terms.subject(who)) waited too long for its first join."
    case .pendingExpired: "An id that was handed out was never used."
    case .didNotSync(let list): "\(subjects(list)) did not send SyncGroup in time."
    case .staticReplaced(let who):
      "\(terms.subject(who)), a static member, came back under a new id."
    case .writeFailed: "The plan could not be stored; the group tries once more."
    case .groupTooLarge: "The group has more members than group.max.size allows."
    case .grown(let names):
      "\(terms.subject(names)) \(names.count == 1 ? "was" : "were") added, and the leader noticed."
    case .unknown: isOver ? "The group rebalanced; why was not seen." : "The group rebalances."
    }
  }

  private func subjects(_ list: [Who]) -> String {
    terms.list(
      list.enumerated().map { $0.offset == 0 ? terms.subject($0.element) : terms.who($0.element) })
  }

  /// A few words for the log.
  func brief(_ cause: Cause) -> String {
    switch cause {
    case .groupWasEmpty(let who): "\(terms.who(who)) joined, the group was empty"
    case .newMember(let who): "\(terms.who(who)) is new"
    case .newMembers(let list): "\(terms.list(list.map(terms.who))) are new"
    case .restarted(let who): "\(terms.who(who)) was restarted"
    case .returned(let who, _): "\(terms.who(who)) is back"
    case .rejoined(let who): "\(terms.who(who)) joined again"
    case .leaderRejoined(let who): "the leader \(terms.who(who)) joined again"
    case .left(let who), .leftRunning(let who): "\(terms.who(who)) left"
    case .expelled(let who): "\(terms.who(who)) removed"
    case .gone(let who): "\(terms.who(who)) is gone"
    case .pollMissed(let who, _): "\(terms.who(who)) missed poll()"
    case .sessionTimedOut(let who, _, _, _): "\(terms.who(who))'s session ended"
    case .sessionsTimedOut(let list, _):
      "the sessions of \(terms.list(list.map(terms.who))) ended"
    case .newMemberTimedOut(let who): "\(terms.who(who)) waited too long"
    case .pendingExpired: "an unused id expired"
    case .didNotSync(let list): "\(terms.list(list.map(terms.who))) did not sync"
    case .staticReplaced(let who): "\(terms.who(who)) came back under a new id"
    case .writeFailed: "the plan could not be stored"
    case .groupTooLarge: "too many members"
    case .grown(let names): "\(terms.partitions(names)) added"
    case .unknown: "cause not seen"
    }
  }
}
