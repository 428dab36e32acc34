import KafkaModel

extension RecordingLine {
  /// The line of a command, as a child process gets it: `kill slot=0`.
  public static func text(of command: Command) -> String {
    var writer = LineWriter(command.recordingName)
    if let slot = command.slot { writer.field(slot) }
    writer.values(command)
    return writer.text
  }

  public static func command(_ line: String) throws(LineFault) -> Command {
    var reader = try LineReader(line)
    let command = try reader.command(try reader.word())
    try reader.end()
    return command
  }
}

extension LineReader {
  mutating func command(_ name: String) throws(LineFault) -> Command {
    switch name {
    case "kill": return .kill(try slot())
    case "close": return .close(try slot())
    case "restart": return .restart(try slot())
    case "restartWith": return .restartWith(try slot(), assignors: try texts("assignor"))
    case "add": return .add
    case "stopPolling": return .stopPolling(try slot())
    case "resumePolling": return .resumePolling(try slot())
    case "cutNetwork": return .cutNetwork(try slot())
    case "healNetwork": return .healNetwork(try slot())
    case "processRate":
      return .processRate(
        try slot(), perSecond: try number("perSecond", in: RecordingLimits.rates))
    case "addPartitions": return .addPartitions(try id("topic"))
    case "changeAssignor": return .changeAssignor(try texts("assignor"))
    case "changeMembership": return .changeMembership(isStatic: try isStatic())
    case "subscribe": return .subscribe(try slot(), try texts("topic").map { TopicName($0) })
    case "produce": return .produce(records: try number("records", in: RecordingLimits.offsets))
    case "moveCoordinator": return .moveCoordinator
    case "hold": return .hold(try holdPointIfAny())
    case "producer": return .producer(try producer(), try producerCommand())
    default: throw .unknownName(name)
    }
  }
}

extension LineWriter {
  /// What the command says besides its member.
  fileprivate mutating func values(_ command: Command) {
    switch command {
    case .processRate(_, let rate): field("perSecond", rate)
    case .addPartitions(let topic): field("topic", topic)
    case .changeAssignor(let names), .restartWith(_, let names):
      for name in names { field("assignor", name) }
    case .changeMembership(let isStatic): field("static", isStatic ? "yes" : "no")
    case .subscribe(_, let topics): for topic in topics { field("topic", topic) }
    case .produce(let records): field("records", records)
    case .hold(let point):
      if let point { field("at", point.rawValue) }
    case .producer(let slot, let command):
      field(slot)
      values(command)
    case .kill, .close, .restart, .add, .stopPolling, .resumePolling, .cutNetwork, .healNetwork,
      .moveCoordinator:
      break
    }
  }
}

extension Command {
  fileprivate var recordingName: String {
    switch self {
    case .kill: "kill"
    case .close: "close"
    case .restart: "restart"
    case .restartWith: "restartWith"
    case .add: "add"
    case .stopPolling: "stopPolling"
    case .resumePolling: "resumePolling"
    case .cutNetwork: "cutNetwork"
    case .healNetwork: "healNetwork"
    case .processRate: "processRate"
    case .addPartitions: "addPartitions"
    case .changeAssignor: "changeAssignor"
    case .changeMembership: "changeMembership"
    case .subscribe: "subscribe"
    case .produce: "produce"
    case .moveCoordinator: "moveCoordinator"
    case .hold: "hold"
    case .producer: "producer"
    }
  }

  /// The member it is about; nil for what concerns all.
  fileprivate var slot: MemberSlot? {
    switch self {
    case .add, .addPartitions, .changeAssignor, .changeMembership, .moveCoordinator, .produce,
      .hold, .producer:
      nil
    case .kill(let slot), .close(let slot), .restart(let slot), .stopPolling(let slot),
      .resumePolling(let slot), .cutNetwork(let slot), .healNetwork(let slot),
      .processRate(let slot, _), .subscribe(let slot, _), .restartWith(let slot, _):
      slot
    }
  }
}
