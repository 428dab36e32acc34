import Feed

/// A group that is looked at from outside, in English.
struct EnglishWatch: WatchPhrasebook {
  private let terms = EnglishTerms()

  func why(_ remark: WatchRemark) -> Phrase {
    switch remark {
    case .expired(let who, let since, let gone):
      """
      \(strong: "\(terms.subject(who))'s session ran out"): \
      \(since.map { "last commit \(TimeText.clock(ms: $0)), " } ?? "")gone at \
      \(TimeText.clock(ms: gone)).
      """
    case .left(let who, let gone):
      """
      \(strong: "\(terms.subject(who)) left, or was removed"): it was gone at \
      \(TimeText.clock(ms: gone)), soon after its last work.
      """
    case .isBack(let who):
      "\(terms.subject(who)) had been gone and has joined again as a new member."
    case .replaced(let slots):
      """
      \(strong: terms.list(slots)) \(newIds(slots.count)) (same group.instance.id); whether the \
      group rebalanced in between was not seen.
      """
    case .ghosts(let age, true):
      "The broker still tells the old owners, of \(terms.seconds(age)) ago."
    case .ghosts(let age, false):
      "The broker withholds the owners: these are of \(terms.seconds(age)) ago."
    case .silent(let slots, let since):
      """
      \(strong: terms.list(slots)) \(slots.count == 1 ? "has" : "have") committed nothing since \
      \(TimeText.clock(ms: since)), though records wait.
      """
    case .slow(let slot, let lag, let rate):
      """
      \(strong: slot.letter) falls behind: \(commits(rate))\
      \(lag.map { "\(terms.records($0)) wait" } ?? "its lag grows").
      """
    case .unowned(let names):
      "\(terms.subject(names)) \(names.count == 1 ? "has" : "have") no owner: nobody reads there."
    case .unseenTopics(let list): "Deleted, or not to be seen from here: \(list)."
    case .notConsumers(let type):
      "The members are no consumers (\(type)): who has what cannot be read from their bytes."
    case .allMove(let members, let partitions):
      """
      All is well: \(members) \(members == 1 ? "member commits" : "members commit"), \
      \(NumberWords.grouped(Int64(partitions))) \
      \(partitions == 1 ? "partition keeps" : "partitions keep") up.
      """
    case .notSeenYet(let count, let all):
      """
      Of \(NumberWords.grouped(Int64(count))) of \(NumberWords.grouped(Int64(all))) partitions no \
      commit was seen yet: who reads them is not known.
      """
    }
  }

  private func newIds(_ count: Int) -> String {
    count == 1 ? "has a new member id in its place" : "have new member ids in their places"
  }

  private func commits(_ perSecond: Int64?) -> String {
    perSecond.map { "it commits \(terms.records($0)) a second, " } ?? ""
  }

  func next(_ remark: WatchNext) -> Phrase {
    switch remark {
    case .joinPhase: "Every member must send JoinGroup; then the leader makes the plan."
    case .planPhase: "All have joined. The leader sends the plan with SyncGroup."
    case .commitsShow: "That they read again shows in their next commits."
    case .mayExpire(let slot):
      """
      If \(slot.letter)'s heartbeats have stopped too, its session ends and the group rebalances; \
      else it is slow or stuck.
      """
    case .whoeverJoins: "Whoever joins first is the leader; the group rebalances then."
    }
  }

  func cost(_ remark: WatchCost) -> Phrase {
    switch remark {
    case .verdict(let kept, let moved, let needless):
      """
      \(strong: "kept \(kept) · moved \(moved) · needlessly \(needless)")   how long they were not \
      read was not seen: it fell between two answers
      """
    case .lag(let lag, let unknown, let all):
      """
      \(lag.map { "lag \(NumberWords.grouped($0))" } ?? "lag not known")\
      \(unknown == 0 || lag == nil ? "" : ", not known of \(unknown) of \(all) partitions")
      """
    }
  }

  func summary(_ summary: RebalanceSummary) -> Phrase {
    let causes = summary.causes.prefix(3).map { EnglishCause(terms: terms).brief($0) }
    let why = causes.isEmpty ? "cause not seen" : causes.joined(separator: ", then ")
    let more = summary.causes.count > 3 ? " and \(summary.causes.count - 3) more" : ""
    let moves = summary.moves.map {
      "\($0.count) from \(terms.who($0.from)) to \(terms.who($0.to))"
    }
    let list = moves.isEmpty ? "" : " (\(moves.joined(separator: ", ")))"
    let needless = summary.needless > 0 ? ", needlessly \(summary.needless)" : ""
    let ms = summary.durationMs
    let time =
      TimeText.isNothing(ms: ms)
      ? "between two answers" : "for \(summary.isLeast ? "at least " : "")\(terms.seconds(ms))"
    let notRead =
      TimeText.isNothing(ms: summary.notReadMs)
      ? "?" : TimeText.groupedTenths(ms: summary.notReadMs)
    return """
      \(strong: "rebalanced") \(time): \(why)\(more); \
      kept \(summary.kept), moved \(summary.moved)\(list)\(needless); \
      not read \(notRead) partition-s\
      \(summary.isSettled ? "" : " so far")
      """
  }

  func evidence(_ evidence: Evidence) -> String {
    switch evidence {
    case .seen: "seen"
    case .inferred: "inferred"
    case .unknown: "unknown"
    }
  }

  func every(ms: Int64) -> String {
    "every \(TimeText.setting(ms: ms, minutes: " min", seconds: " s"))"
  }

  func count(members: Int, partitions: Int) -> String {
    "\(members) \(members == 1 ? "member" : "members"), "
      + "\(NumberWords.grouped(Int64(partitions))) \(partitions == 1 ? "partition" : "partitions")"
  }

  func lag(_ lag: Int64?) -> String { lag.map { "lag \(NumberWords.grouped($0))" } ?? "lag ?" }
  var nobody: String { "nobody" }
  var ownsNothing: String { "owns nothing" }
  var ownsNothingShort: String { "nothing" }
  var sharesHeading: String { "owns · lag" }
  var notKnown: String { "?" }
  func gone(agoMs: Int64) -> String {
    "gone " + TimeText.rough(ms: agoMs, hours: " h", minutes: " min", seconds: " s")
  }
  func owners(agoMs: Int64) -> String { "owners of \(terms.seconds(agoMs)) ago" }
  var chooseGroup: String { "Choose a group to watch" }
  var chooseKeys: String { "↑ ↓ choose   Enter watch   L language   q quit" }
  var noGroups: String { "The cluster has no groups." }
  func seen(agoMs: Int64) -> String {
    "seen \(TimeText.rough(ms: agoMs, hours: " h", minutes: " min", seconds: " s")) ago"
  }
}
