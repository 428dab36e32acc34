import KafkaModel

extension LineWriter {
  mutating func values(_ facts: GroupFacts) {
    field("id", facts.groupId)
    for assignor in facts.assignors {
      field("assignor", parts: [RecordingEscape.escaped(assignor)])
    }
    if let coordinator = facts.coordinator { field("coordinator", coordinator.value) }
    for setting in facts.settings {
      let texts = [setting.place.recordingName, setting.key, setting.value]
      field("setting", parts: texts.map(RecordingEscape.escaped))
    }
  }

  mutating func values(_ identity: MemberIdentity) {
    field("name", identity.name)
    field("client", identity.clientId)
    field("host", identity.host)
    if let instanceId = identity.instanceId { field("instance", instanceId) }
    field("ours", identity.isOurs ? "yes" : "no")
  }

  mutating func values(_ change: ProcessChange) {
    switch change {
    case .started: word("started")
    case .replaced: word("replaced")
    case .killed: word("killed")
    case .failed: word("failed")
    case .closing: word("closing")
    case .ended: word("ended")
    case .frozen: word("frozen")
    case .thawed: word("thawed")
    case .pollStopped: word("pollStopped")
    case .pollResumed: word("pollResumed")
    case .networkCut: word("networkCut")
    case .networkHealed: word("networkHealed")
    case .processRate(let rate):
      word("processRate")
      field("perSecond", rate)
    case .strategy(let names):
      word("strategy")
      for name in names { field("assignor", name) }
    }
  }

  mutating func values(_ cause: RebalanceCause) {
    switch cause {
    case .groupWasEmpty(let id): one("groupWasEmpty", id)
    case .newMember(let id): one("newMember", id)
    case .memberRejoined(let id): one("memberRejoined", id)
    case .leaderRejoined(let id): one("leaderRejoined", id)
    case .memberLeft(let id): one("memberLeft", id)
    case .sessionTimedOut(let id): one("sessionTimedOut", id)
    case .newMemberTimedOut(let id): one("newMemberTimedOut", id)
    case .pendingExpired(let id): one("pendingExpired", id)
    case .didNotSync(let ids):
      let texts = ids.map { RecordingEscape.escaped($0.text) }
      field("cause", parts: ["didNotSync"])
      for text in texts { field("member", parts: [text]) }
    case .staticReplaced(let id): one("staticReplaced", id)
    case .writeFailed: field("cause", "writeFailed")
    case .groupTooLarge: field("cause", "groupTooLarge")
    }
  }

  private mutating func one(_ cause: String, _ id: MemberId) {
    field("cause", cause)
    field("member", id)
  }

  mutating func values(_ deadline: Deadline) {
    switch deadline {
    case .session(let slot): one("session", slot)
    case .formerSession(let slot): one("formerSession", slot)
    case .heartbeat(let slot): one("heartbeat", slot)
    case .poll(let slot): one("poll", slot)
    case .autoCommit(let slot): one("autoCommit", slot)
    case .backoff(let slot): one("backoff", slot)
    case .initialDelay: word("initialDelay")
    case .join: word("join")
    case .sync: word("sync")
    }
  }

  private mutating func one(_ deadline: String, _ slot: MemberSlot) {
    word(deadline)
    field(slot)
  }

  mutating func values(_ change: Regrouping) {
    switch change {
    case .assignors(let names):
      word("assignors")
      for name in names { field("assignor", name) }
    case .membership(let isStatic):
      word("membership")
      field("static", isStatic ? "yes" : "no")
    }
  }

  mutating func values(_ health: SourceHealth) {
    switch health {
    case .fine: word("fine")
    case .connecting: word("connecting")
    case .trouble(let trouble, let detail):
      word(trouble.recordingName)
      field("detail", detail)
    }
  }
}
