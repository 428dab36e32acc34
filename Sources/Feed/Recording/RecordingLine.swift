import KafkaModel

/// One event or one command as a line of text, and back.
///
/// `<time> [~]<event> key=value …`, the fields in a fixed order, times in milliseconds; `~` marks
/// what was inferred. Names keep their letters; blanks, controls, `%`, `=` and `,` are `%XX`.
public enum RecordingLine {
  /// The line of an event, without a line end.
  public static func text(of timed: TimedEvent) -> String {
    var writer = LineWriter("\(timed.timeMs)")
    writer.event(timed.event, mark: timed.provenance == .inferred ? "~" : "")
    return writer.text
  }

  /// The event of a line; whether its slots are known is not looked at (`RecordingReader` does).
  public static func event(_ line: String) throws(LineFault) -> TimedEvent {
    var reader = try LineReader(line)
    guard let timeMs = Int64(try reader.word()), RecordingLimits.timesMs.contains(timeMs) else {
      throw .badValue("time")
    }
    var name = try reader.word()
    let isInferred = name.utf8.first == UInt8(ascii: "~")
    if isInferred { name = String(decoding: name.utf8.dropFirst(), as: UTF8.self) }
    let event = try reader.event(name)
    try reader.end()
    return TimedEvent(timeMs, event, isInferred ? .inferred : .observed)
  }

  /// The line of a command, as a child process gets it: `kill slot=0`.
  public static func text(of command: Command) -> String {
    var writer = LineWriter(command.recordingName)
    if let slot = command.slot { writer.field(slot) }
    if case .processRate(_, let rate) = command { writer.field("perSecond", rate) }
    return writer.text
  }

  public static func command(_ line: String) throws(LineFault) -> Command {
    var reader = try LineReader(line)
    let name = try reader.word()
    let command: Command
    switch name {
    case "kill": command = .kill(try reader.slot())
    case "close": command = .close(try reader.slot())
    case "restart": command = .restart(try reader.slot())
    case "add": command = .add
    case "stopPolling": command = .stopPolling(try reader.slot())
    case "resumePolling": command = .resumePolling(try reader.slot())
    case "cutNetwork": command = .cutNetwork(try reader.slot())
    case "healNetwork": command = .healNetwork(try reader.slot())
    case "processRate":
      command = .processRate(
        try reader.slot(), perSecond: try reader.number("perSecond", in: RecordingLimits.rates))
    default: throw .unknownName(name)
    }
    try reader.end()
    return command
  }
}

extension Command {
  fileprivate var recordingName: String {
    switch self {
    case .kill: "kill"
    case .close: "close"
    case .restart: "restart"
    case .add: "add"
    case .stopPolling: "stopPolling"
    case .resumePolling: "resumePolling"
    case .cutNetwork: "cutNetwork"
    case .healNetwork: "healNetwork"
    case .processRate: "processRate"
    }
  }

  /// The member it is about; nil for `add`.
  fileprivate var slot: MemberSlot? {
    switch self {
    case .add: nil
    case .kill(let slot), .close(let slot), .restart(let slot), .stopPolling(let slot),
      .resumePolling(let slot), .cutNetwork(let slot), .healNetwork(let slot),
      .processRate(let slot, _):
      slot
    }
  }
}
