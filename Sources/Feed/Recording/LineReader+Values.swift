import KafkaModel

extension LineReader {
  mutating func facts() throws(LineFault) -> GroupFacts {
    var facts = GroupFacts(groupId: try id("id"), assignors: try texts("assignor"))
    facts.coordinator = try numberIfAny("coordinator").map { BrokerId($0) }
    for parts in try parts("setting") {
      guard parts.count == 3,
        let place = Setting.Place.all.first(where: { $0.recordingName == parts[0] })
      else { throw .badValue("setting") }
      facts.settings.append(Setting(parts[1], parts[2], place))
    }
    return facts
  }

  mutating func identity() throws(LineFault) -> MemberIdentity {
    MemberIdentity(
      name: try text("name"), clientId: try id("client"), host: try text("host"),
      instanceId: try textIfAny("instance").map { InstanceId($0) },
      isOurs: try one(of: [true, false], "ours") { $0 ? "yes" : "no" })
  }

  mutating func change() throws(LineFault) -> ProcessChange {
    let name = try word()
    switch name {
    case "started": return .started
    case "replaced": return .replaced
    case "killed": return .killed
    case "failed": return .failed
    case "closing": return .closing
    case "ended": return .ended
    case "frozen": return .frozen
    case "thawed": return .thawed
    case "pollStopped": return .pollStopped
    case "pollResumed": return .pollResumed
    case "networkCut": return .networkCut
    case "networkHealed": return .networkHealed
    case "processRate":
      return .processRate(perSecond: try number("perSecond", in: RecordingLimits.rates))
    case "strategy": return .strategy(try texts("assignor"))
    default: throw .unknownName(name)
    }
  }

  mutating func causeIfAny() throws(LineFault) -> RebalanceCause? {
    guard let name = try textIfAny("cause") else { return nil }
    switch name {
    case "groupWasEmpty": return .groupWasEmpty(try id("member"))
    case "newMember": return .newMember(try id("member"))
    case "memberRejoined": return .memberRejoined(try id("member"))
    case "leaderRejoined": return .leaderRejoined(try id("member"))
    case "memberLeft": return .memberLeft(try id("member"))
    case "sessionTimedOut": return .sessionTimedOut(try id("member"))
    case "newMemberTimedOut": return .newMemberTimedOut(try id("member"))
    case "pendingExpired": return .pendingExpired(try id("member"))
    case "didNotSync":
      var ids: [MemberId] = []
      while let text = try textIfAny("member") { ids.append(MemberId(text)) }
      return .didNotSync(ids)
    case "staticReplaced": return .staticReplaced(try id("member"))
    case "writeFailed": return .writeFailed
    case "groupTooLarge": return .groupTooLarge
    default: throw .badValue("cause")
    }
  }

  mutating func deadline() throws(LineFault) -> Deadline {
    let name = try word()
    switch name {
    case "session": return .session(try slot())
    case "formerSession": return .formerSession(try slot())
    case "heartbeat": return .heartbeat(try slot())
    case "poll": return .poll(try slot())
    case "autoCommit": return .autoCommit(try slot())
    case "backoff": return .backoff(try slot())
    case "initialDelay": return .initialDelay
    case "join": return .join
    case "sync": return .sync
    default: throw .unknownName(name)
    }
  }

  mutating func regrouping() throws(LineFault) -> Regrouping {
    let name = try word()
    switch name {
    case "assignors": return .assignors(try texts("assignor"))
    case "membership": return .membership(isStatic: try isStatic())
    default: throw .unknownName(name)
    }
  }

  mutating func isStatic() throws(LineFault) -> Bool {
    try one(of: [true, false], "static") { $0 ? "yes" : "no" }
  }

  mutating func health() throws(LineFault) -> SourceHealth {
    let name = try word()
    switch name {
    case "fine": return .fine
    case "connecting": return .connecting
    default:
      guard let trouble = Trouble.all.first(where: { $0.recordingName == name }) else {
        throw .unknownName(name)
      }
      return .trouble(trouble, detail: try text("detail"))
    }
  }
}
