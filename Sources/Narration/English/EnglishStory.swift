import Feed

/// Why, Cost and Next in English.
struct EnglishStory: StoryPhrasebook {
  let terms = EnglishTerms()

  func why(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .connecting: "Connecting; nothing has been seen of the group yet."
    case .trouble(let trouble, let detail):
      "\(strong: EnglishTrouble.text(trouble))\(detail.isEmpty ? "" : " (\(detail))")"
    case .noGroup: "Nothing is known of the group yet: nobody has joined it."
    case .empty: "The group is empty: it has no members, so nobody reads."
    case .readsOutside(let slot, let isEmpty):
      """
      \(isEmpty ? "The group is empty. " : "")\(slot.letter) still works off what it has fetched, \
      outside the group: its commits will fail.
      """
    case .groupDead: "The coordinator no longer has this group."
    case .allRead(let members, _):
      members == 1
        ? "All is well: one member reads every partition and sends heartbeats."
        : "All is well: every partition has one reader, each member its heartbeat."
    case .idle(let slots, let members, let partitions):
      """
      \(terms.list(slots)) \(slots.count == 1 ? "owns" : "own") nothing: \
      \(members) members for \(partitions) \(partitions == 1 ? "partition" : "partitions").
      """
    case .joiningQuietly(let slot): "\(slot.letter) has started and is about to join the group."
    case .leaving(let slot): "\(slot.letter) closes: it commits, then sends LeaveGroup."
    case .failed(let slot, let error):
      "\(strong: slot.letter) has failed: poll() threw \(error.description)."
    case .slow(let slot, let rate, let arriving):
      """
      \(slot.letter) works off \(NumberWords.grouped(rate)) records a second, \
      \(NumberWords.grouped(arriving)) arrive: it is slow, not gone.
      """
    case .fetchingOffsets(let slots):
      "The plan holds. \(terms.list(slots)) \(slots.count == 1 ? "asks" : "ask") where to go on."
    case .otherMember(let names):
      "\(terms.subject(names)) \(names.count == 1 ? "is" : "are") owned by a member not shown."
    case .strangersHave(let slots, let names):
      """
      \(terms.list(slots)) \(slots.count == 1 ? "has" : "have") \(terms.partitions(names)); \
      whether a process that is not ours reads is not seen.
      """
    case .eagerStop: "Eager: each gives up all it has, then rejoins."
    case .leaderPlans(let leader):
      "All have joined; \(leader.map { "the leader \($0.letter)" } ?? "the leader") makes the plan."
    case .leaderSilent(let slot, let since):
      """
      \(slot.letter), the leader, is gone before its plan came\
      \(since.map { ": silent since \(TimeText.clock(ms: $0))" } ?? ""). \
      The coordinator cannot know yet.
      """
    case .inferred: "(inferred)"
    case .cause(let cause, let isOver): EnglishCause(terms: terms).sentence(cause, isOver)
    case .hangs, .silent, .silentTooLong, .staticSilent, .restarted, .cutOff, .cutOffRemoved,
      .notPolling, .pollMissed:
      whyAbsent(remark)
    }
  }

  private func whyAbsent(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .silent(let slot, let since):
      """
      \(slot.letter) has sent no heartbeat\
      \(since.map { " since \(TimeText.clock(ms: $0))" } ?? ""). \
      The coordinator cannot know yet.
      """
    case .hangs(let slot):
      "\(slot.letter)'s process runs and says nothing: whether it reads is not known."
    case .silentTooLong(let slot, let since):
      """
      \(slot.letter) has sent no heartbeat\
      \(since.map { " since \(TimeText.clock(ms: $0))" } ?? ""). \
      Whether the coordinator knows, nobody has told yet.
      """
    case .staticSilent(let slot):
      "\(slot.letter)'s process is gone. A static member sends no LeaveGroup."
    case .restarted(let slot):
      "\(slot.letter) was restarted: a new id. Its old id is still in the group."
    case .cutOff(let slot, let since):
      """
      \(slot.letter) is cut off\(since.map { ", silent since \(TimeText.clock(ms: $0))" } ?? ""). \
      The coordinator cannot know yet.
      """
    case .cutOffRemoved(let slot):
      "\(slot.letter) was removed while it was cut off; it cannot know yet."
    case .notPolling(let slot):
      "\(slot.letter)'s application does not call poll(). Its heartbeats go on."
    case .pollMissed(let slot, let limit):
      "\(slot.letter) did not call poll() in time\(terms.limit(limit)) and left by itself."
    default: ""
    }
  }
}
