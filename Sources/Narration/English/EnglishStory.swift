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
    case .noClient, .turnedAway, .joinRefused, .holds, .coordinatorMoved: whyServed(remark)
    case .empty: "The group is empty: it has no members, so nobody reads."
    case .readsOutside(let slot, let isEmpty):
      """
      \(isEmpty ? "The group is empty. " : "")\(slot.letter) works off what it has fetched, \
      outside the group; it cannot commit.
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
      \(slot.letter) works off \(terms.records(rate)) a second, \
      \(NumberWords.grouped(arriving)) arrive: it is slow, not gone.
      """
    case .fetchingOffsets(let slots):
      "The plan holds. \(terms.list(slots)) \(slots.count == 1 ? "asks" : "ask") where to go on."
    case .otherMember(let names):
      "\(terms.subject(names)) \(names.count == 1 ? "is" : "are") owned by a member not shown."
    case .regrouping, .regrouped, .partitionsAdded, .assignedToNobody: whyRegroup(remark)
    case .strangersHave(let slots, let names):
      """
      \(terms.list(slots)) \(slots.count == 1 ? "has" : "have") \(terms.partitions(names)); \
      whether a process that is not ours reads is not seen.
      """
    case .eagerStop: "Eager: each gives up all it has, then rejoins."
    case .cooperativeKeeps, .roundTakes, .roundTook, .roundGave: whyRounds(remark)
    case .shares(let most, let many, let least, let few, let assignor):
      """
      \(most.letter) has \(many) partitions, \(least.letter) \(few): \
      \(dealing(assignor)).
      """
    case .leaderPlans(let leader):
      "All have joined; \(leader.map { "the leader \($0.letter)" } ?? "the leader") makes the plan."
    case .leaderSilent(let slot, let since):
      """
      \(slot.letter), the leader, is gone before its plan came\
      \(since.map { ": silent since \(TimeText.clock(ms: $0))" } ?? ""). \
      The coordinator cannot know yet.
      """
    case .transaction(let remark): EnglishTransactions().why(remark)
    case .watch(let remark): EnglishWatch().why(remark)
    case .inferred: "(inferred)"
    case .cause(let cause, let isOver): EnglishCause(terms: terms).sentence(cause, isOver)
    case .hangs, .frozen, .silent, .silentTooLong, .restarted, .cutOff, .cutOffRemoved, .notPolling,
      .pollMissed:
      whyAbsent(remark)
    case .staticSilent, .staticLeaving, .staticBack, .staticReturned: whyStatic(remark)
    case .sameInstance, .fenced, .comesBack, .leavesUnpolled, .quietUnpolled, .someKeep,
      .eagerAsYet, .commonOnly:
      whySurprise(remark)
    }
  }

  private func whyRounds(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .cooperativeKeeps: "Cooperative: each rejoins and keeps what it has."
    case .roundTakes(let names, let slots):
      "Round 1 takes \(terms.partitions(names)) from \(terms.list(slots))."
    case .roundTook(let names, let slots, let haveRejoined):
      """
      Round 1 took \(terms.partitions(names)) from \(terms.list(slots)), which \
      \(haveRejoined ? "rejoined" : slots.count == 1 ? "rejoins" : "rejoin").
      """
    case .roundGave(let names, let slots):
      "Round 2 gave \(terms.partitions(names)) to \(terms.list(slots))."
    default: ""
    }
  }

  private func whyRegroup(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .regrouping(.assignors(let list)):
      """
      All are stopped, to start anew with \(strong: list.joined(separator: ", ")): all need one \
      in common.
      """
    case .regrouping(.membership(let isStatic)):
      """
      All are stopped and started again \(strong: isStatic ? "with" : "without") a \
      group.instance.id.
      """
    case .regrouped(.assignors(let list)):
      "All were stopped and started again with \(strong: list.joined(separator: ", "))."
    case .regrouped(.membership(let isStatic)):
      """
      All were stopped and started again \(strong: isStatic ? "with" : "without") a \
      group.instance.id.
      """
    case .partitionsAdded(let names):
      """
      \(terms.subject(names)) \(names.count == 1 ? "was" : "were") added. Only the leader watches \
      how many there are.
      """
    case .assignedToNobody(let names):
      """
      \(terms.subject(names)) \(names.count == 1 ? "has" : "have") no owner: no member subscribes \
      to \(names.count == 1 ? "it" : "them").
      """
    default: ""
    }
  }

  private func dealing(_ assignor: String) -> String {
    assignor == "range"
      ? "range deals each topic by itself"
      : "that is how \(assignor) deals what they subscribe to"
  }

  private func whyStatic(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .staticSilent(let slot):
      "\(slot.letter)'s process is gone. A static member sends no LeaveGroup."
    case .staticLeaving(let slot):
      "\(slot.letter) closes: it commits. A static member sends no LeaveGroup."
    case .staticBack(let slot):
      "\(slot.letter) has a new process with the same group.instance.id."
    case .staticReturned(let slot, let names):
      """
      \(slot.letter) came back within its session: same instance id, same place, \
      \(names.isEmpty ? "no rebalance" : "still \(terms.partitions(names)), no rebalance").
      """
    default: ""
    }
  }

  private func whyAbsent(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .silent(let slot, let since):
      """
      The coordinator \(since.map { "last heard from \(slot.letter) at \(TimeText.clock(ms: $0))" }
        ?? "hears no more from \(slot.letter)"); it cannot know yet.
      """
    case .frozen(let slot):
      """
      \(slot.letter)'s process stands still (SIGSTOP) and sends nothing; the coordinator cannot \
      know yet.
      """
    case .hangs(let slot):
      "\(slot.letter)'s process runs and says nothing: whether it reads is not known."
    case .silentTooLong(let slot, let since):
      """
      \(slot.letter) has sent no heartbeat\
      \(since.map { " since \(TimeText.clock(ms: $0))" } ?? ""). \
      Whether the coordinator knows, nobody has told yet.
      """
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
