import KafkaModel

extension Anonymizer {
  /// A command as a recording tells it.
  public mutating func rewrite(_ command: Command) -> Command {
    switch command {
    case .addPartitions(let topic): .addPartitions(rewrite(topic))
    case .subscribe(let slot, let topics): .subscribe(slot, topics.map { rewrite($0) })
    case .changeAssignor(let names): .changeAssignor(names.map { rewrite(assignor: $0) })
    case .restartWith(let slot, let names):
      .restartWith(slot, assignors: names.map { rewrite(assignor: $0) })
    case .kill, .close, .restart, .add, .stopPolling, .resumePolling, .cutNetwork, .healNetwork,
      .processRate, .changeMembership, .moveCoordinator, .produce, .hold, .producer:
      command
    }
  }

  /// The command of somebody who sees aliases, for the source that knows the names.
  public func restored(_ command: Command) -> Command {
    func real(_ topic: TopicName) -> TopicName {
      topics.original(of: topic.text).map { TopicName($0) } ?? topic
    }
    return switch command {
    case .addPartitions(let topic): .addPartitions(real(topic))
    case .subscribe(let slot, let topics): .subscribe(slot, topics.map(real))
    default: command
    }
  }

  /// Who is called so.
  public func original(ofMember alias: String) -> String {
    members.original(of: alias) ?? alias
  }

  /// A line of a recording as others may read it.
  public mutating func rewrite(_ entry: RecordingEntry) -> RecordingEntry {
    switch entry {
    case .origin(var origin):
      // A live group's title has names.
      origin.title = nil
      return .origin(origin)
    case .event(let timed): return .event(rewrite(timed))
    case .command(let timeMs, let command): return .command(timeMs: timeMs, rewrite(command))
    // It names all there is.
    case .input(let timeMs, _): return .input(timeMs: timeMs, "")
    case .start, .end: return entry
    }
  }
}
