import Feed

extension EnglishStory {
  func next(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .heartbeats(let every, let session):
      if let every, let session {
        """
        A heartbeat every \(terms.setting(every)); a session ends after \
        \(terms.setting(session)) without one.
        """
      } else {
        "Heartbeats go on; nothing else is due."
      }
    case .tryKill(let slot): "Press k to kill \(slot.letter)."
    case .tryRestart(let slot): "Press r to restart \(slot.letter)."
    case .tryStart: "Press a to add a member."
    case .clientsWanted, .givesUpAnswer, .nothingHeldYet, .sessionsEnd, .letGo: nextServed(remark)
    case .firstLeads: "Processes will start. Who joins first leads the group."
    case .trying: "It is tried again by itself."
    case .notTried: "It is not tried again."
    case .shutOut: "It is not tried again: change the connection's settings and start anew."
    case .sessionEnds(let slot, let ms, let limit, let others):
      """
      In \(terms.seconds(ms)) \(slot.letter)'s session\(terms.limit(limit)) ends: the coordinator \
      removes \(slot.letter)\
      \(others.isEmpty ? "; the group is empty then." : " and makes \(terms.list(others)) rejoin.")
      """
    case .sessionIsOver(let slot, let limit, let others):
      """
      \(slot.letter)'s session\(terms.limit(limit)) is over by our clock; \
      \(others.isEmpty ? "nobody is left who would hear of it."
        : "the next heartbeat of \(terms.list(others)) tells.")
      """
    case .removesWhenDue(let slot):
      "When \(slot.letter)'s session ends, the coordinator removes it."
    case .staticReturn, .takesPlace: nextStatic(remark)
    case .joinsAsNew, .asksWhoCoordinates, .isGivenAnId, .joinsWithItsId: nextNewcomer(remark)
    case .ifRestarts(let slot, let all):
      all
        ? "If \(slot.letter) restarts, all stop again."
        : "If \(slot.letter) restarts, only what it is given stops."
    case .lagGrowsOn(let slot):
      "No rebalance: \(slot.letter)'s heartbeats are in time. The lag grows until it is faster."
    case .leaves, .leaveOnItsWay, .allLeave, .stillLeaving, .allStart, .leaderLooks:
      nextRegroup(remark)
    case .applicationMustHandle(let slot):
      "The application of \(slot.letter) has to handle that; press r to restart it."
    case .backlog(let slot, let name):
      "\(slot.letter) reads the backlog of \(terms.partition(name))."
    case .fetchesNext(let slot, let name):
      "\(slot.letter) works off what it has fetched, then fetches \(terms.partition(name))."
    case .readsAfterOffsets(let slots):
      """
      \(terms.list(slots)) \(slots.count == 1 ? "asks" : "ask") for the committed offsets, then \
      \(slots.count == 1 ? "reads" : "read") on from there.
      """
    case .pollDue, .pollHolds, .returnsWithPoll, .returnsWhenHealed, .returnsAfterBatch:
      nextPoll(remark)
    case .takesPlaceOf, .toldFenced, .fencesInTurn, .pollWithin, .refusedUntilChanged:
      nextSurprise(remark)
    case .initialDelay, .waitsFor, .waitsForGone, .waitsForFormer, .waitsForOthers, .waitsUnseen,
      .atMost:
      nextJoin(remark)
    case .givesUp, .toldBySync, .joinOnItsWay: onTheWay(remark)
    case .allJoined, .leaderIsTold, .planOnItsWay, .leaderSends, .planComes, .leaderGone,
      .sharesSent:
      nextPlan(remark)
    case .givesUpAndRejoins, .secondRoundGives, .readOn: nextRound(remark)
    case .watch(let remark): EnglishWatch().next(remark)
    case .transaction(let remark): EnglishTransactions().next(remark)
    }
  }

  private func nextRegroup(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .leaves(let slot):
      "The coordinator removes \(slot.letter) at once; the others rejoin."
    case .leaveOnItsWay(let slot):
      "\(slot.letter)'s LeaveGroup is on its way: no session has to run out."
    case .stillLeaving(let slots, let onTheWay):
      """
      \(slots.isEmpty ? "" : "\(terms.list(slots)) \(slots.count == 1 ? "commits" : "commit"). ")\
      \(onTheWay.isEmpty ? "" : "LeaveGroup of \(terms.list(onTheWay)) is on its way. ")\
      When the group is empty, all start again.
      """
    case .allLeave: "Each commits and leaves; when the group is empty, all start again."
    case .allStart: "The group is empty; all start again and join."
    case .leaderLooks(let leader, let names, let ms):
      """
      The leader\(leader.map { " \($0.letter)" } ?? "") finds \(terms.partitions(names)) with \
      its next metadata\(ms.map { ", in \(terms.seconds($0)) at the latest" } ?? ""), \
      and rejoins: a rebalance.
      """
    default: ""
    }
  }

  private func nextNewcomer(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .joinsAsNew(let slot):
      "\(slot.letter) joins as a new member: the group rebalances."
    case .asksWhoCoordinates(let slot):
      """
      \(slot.letter) asks any broker which one coordinates the group (FindCoordinator), then sends \
      it JoinGroup.
      """
    case .isGivenAnId(let slot):
      "\(slot.letter)'s JoinGroup has no id yet: MEMBER_ID_REQUIRED brings it one."
    case .joinsWithItsId(let slot):
      "\(slot.letter)'s JoinGroup with its id is on its way: the group rebalances."
    default: ""
    }
  }

  private func nextStatic(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .staticReturn(let slot, let ms, let limit):
      """
      Back within \(ms.map(terms.seconds) ?? "its session"), \(slot.letter) reads on as if nothing \
      was. Else its session\(terms.limit(limit)) ends: a rebalance.
      """
    case .takesPlace(let slot):
      """
      \(slot.letter) joins with that id and gets the old place, a new member id and the same \
      partitions: no rebalance.
      """
    default: ""
    }
  }

  private func nextRound(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .givesUpAndRejoins(let slots, let names):
      """
      \(terms.list(slots)) \(slots.count == 1 ? "is" : "are") told, \
      \(slots.count == 1 ? "gives" : "give") up \(terms.partitions(names)) and \
      \(slots.count == 1 ? "rejoins" : "rejoin"): round 2.
      """
    case .secondRoundGives(let names):
      "Round 2 can give \(terms.partitions(names)) away."
    case .readOn(let slots):
      "\(terms.list(slots)) \(slots.count == 1 ? "reads" : "read") on all the time."
    default: ""
    }
  }

  private func nextPoll(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .pollDue(let slot, let ms):
      """
      If poll() does not come within \(terms.seconds(ms)) (max.poll.interval.ms), \
      \(slot.letter) leaves the group by itself.
      """
    case .pollHolds(let slot):
      "\(slot.letter) keeps its partitions: only poll() is late, not the heartbeats."
    case .returnsWithPoll(let slot):
      "At its next poll() \(slot.letter) joins again, as a new member."
    case .returnsWhenHealed(let slot):
      "Once it is heard again, \(slot.letter) is told UNKNOWN_MEMBER_ID and joins as a new member."
    case .returnsAfterBatch(let slot):
      "\(slot.letter) calls poll() once it is done, and joins as a new member."
    default: ""
    }
  }

  private func onTheWay(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .givesUp(let slots):
      slots.count == 1
        ? "\(terms.list(slots)) has heard: it commits, gives up what it has, and joins."
        : "\(terms.list(slots)) have heard: they commit, give up what they have, and join."
    case .toldBySync(let slots):
      """
      \(terms.list(slots)): SyncGroup is answered REBALANCE_IN_PROGRESS, and \
      \(slots.count == 1 ? "it joins" : "they join") again.
      """
    case .joinOnItsWay(let slots):
      slots.count == 1
        ? "\(terms.list(slots))'s JoinGroup is on its way."
        : "The JoinGroups of \(terms.list(slots)) are on their way."
    default: ""
    }
  }

  private func nextJoin(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .initialDelay(let ms, isExtended: true):
      "Others came, so the wait was extended: the coordinator waits \(terms.seconds(ms)) more."
    case .initialDelay(let ms, isExtended: false):
      "The group was empty: it waits \(terms.seconds(ms)) more for others."
    case .waitsFor(let slots):
      slots.count == 1
        ? "It waits for \(terms.list(slots)): its next heartbeat tells it to rejoin."
        : "It waits for \(terms.list(slots)): their next heartbeats tell them to rejoin."
    case .waitsForGone(let slots, let ms):
      """
      \(terms.list(slots)) cannot answer: it waits until \
      \(slots.count == 1 ? "its session ends" : "their sessions end")\
      \(ms.map { ", in \(terms.seconds($0))" } ?? "").
      """
    case .waitsForFormer(let slot, let ms):
      """
      \(slot.letter)'s old id cannot answer: it waits until that session ends\
      \(ms.map { ", in \(terms.seconds($0))" } ?? "").
      """
    case .waitsUnseen:
      "It waits until every member has sent JoinGroup; how many they are is not seen."
    case .waitsForOthers: "It waits for members that are not shown here."
    case .atMost(let ms): "At most \(terms.seconds(ms)) more (rebalance timeout)."
    default: ""
    }
  }

  private func asked(_ waiting: [MemberSlot]) -> String {
    if waiting.isEmpty { return "" }
    let ask = waiting.count == 1 ? "has asked for its share" : "have asked for their shares"
    return "; \(terms.list(waiting)) \(ask)"
  }

  private func nextPlan(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .leaderIsTold(let slot, let waiting):
      """
      \(slot.letter), the leader, is told who is in the group and makes the plan from it\
      \(asked(waiting)).
      """
    case .planOnItsWay(let slot, let waiting):
      "\(slot.letter)'s plan is on its way with SyncGroup\(asked(waiting))."
    case .allJoined(let leader):
      """
      All have joined: the leader\(leader.map { " \($0.letter)" } ?? "") gets the list of members.
      """
    case .leaderSends(let slot, let others, let stops):
      """
      \(slot.letter), the leader, sends the new plan with SyncGroup; the coordinator stores it \
      and answers \(others.isEmpty ? "it" : others.count == 1 ? "both" : "all")\
      \(stops ? ": they read again." : ".")
      """
    case .sharesSent(let slots):
      """
      The plan is stored; \(terms.list(slots)) \
      \(slots.count == 1 ? "is told its share." : "are told their shares.")
      """
    case .planComes(let stops):
      "The leader's plan comes with SyncGroup\(stops ? "; then all read again." : ".")"
    case .leaderGone(let slot, let ms):
      """
      The leader \(slot.letter) is gone: no plan comes\
      \(ms.map { " until its session ends in \(terms.seconds($0))" } ?? "").
      """
    default: ""
    }
  }
}
