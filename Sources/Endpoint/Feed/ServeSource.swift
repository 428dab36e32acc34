import Feed
import KafkaModel
import Live
import NIOCore

/// A group of clients that others wrote, on a coordinator of ours.
///
/// The screen's thread calls it; the broker's one thread does the work; events cross in a mailbox.
public final class ServeSource: Source {
  private let endpoint: Endpoint
  private let clock = MonotonicClock()
  private let mailbox = Mailbox()
  private let tape = InputTape()
  private let engine: NIOLoopBound<ServeEngine>
  private var feed: LiveFeed
  /// What was so from the beginning, until it is drained.
  private var opening: [TimedEvent] = []
  private var isOver = false
  private let mostPartitions: Int
  private let canSpawn: Bool

  /// Listens when it returns.
  ///
  /// `historyMs`: what is older leaves the score. `anonymizer`: changes the names in all that is
  /// told; nil leaves them.
  public init(
    _ options: ServeOptions, historyMs: Int64 = 3_600_000, anonymizer: Anonymizer? = nil
  ) throws(EndpointFailure) {
    let endpoint = try Endpoint(options.endpoint)
    canSpawn = options.spawn != nil
    mostPartitions = Int(options.endpoint.limits.partitions)
    self.endpoint = endpoint
    feed = LiveFeed(historyMs: historyMs, anonymizer: anonymizer)
    for topic in options.topics {
      do throws(EndpointFailure) {
        try endpoint.makeTopic(topic.name, partitions: topic.partitions)
      } catch {
        endpoint.stop()
        throw error
      }
    }
    let mailbox = mailbox
    let tape = tape
    let loop = endpoint.loop
    do {
      engine = try loop.submit {
        let broker = endpoint.broker.value
        let engine = ServeEngine(
          broker, options, mailbox: mailbox, tape: tape, originMs: broker.clock.nowMs)
        engine.start()
        return NIOLoopBound(engine, eventLoop: loop)
      }.wait()
    } catch {
      endpoint.stop()
      throw EndpointFailure("the broker has stopped: \(error)")
    }
    opening = drain(toMs: 0)
  }

  public var capabilities: Capabilities {
    Capabilities(
      kind: .serve, canTravel: false, canAct: true, canRegroup: true, canAdd: canSpawn,
      setsClients: false, commandsCoordinator: true, seesCoordinator: true)
  }

  public var port: Int { endpoint.port }
  public var picture: GroupPicture { feed.picture }
  public var timeline: Timeline { feed.timeline }
  /// Changes the names in what has come.
  public var anonymizer: Anonymizer? { feed.anonymizer }
  public var nowMs: Int64 { clock.nowMs }
  public var nextEventMs: Int64? { nil }

  /// Readable for `poll` while events wait to be drained.
  public var wakeDescriptor: Int32 { mailbox.descriptor }

  public func drain(toMs: Int64) -> [TimedEvent] {
    let happened = opening + feed.take(mailbox.takeAll(), nowMs: nowMs) { _ in [] }
    opening = []
    return happened
  }

  /// What the coordinator was given since the last call: a recording's lines, from which it can be
  /// run again. They name all there is.
  public func takeInputs() -> [(timeMs: Int64, text: String)] {
    let inputs = tape.takeAll()
    return anonymizer == nil ? inputs : []
  }

  public func travel(_ travel: Travel) -> Bool { false }

  public func perform(_ command: Command) -> CommandAnswer {
    if isOver { return .refused(.notRunning) }
    if let refusal = refusal(of: command) { return .refused(refusal) }
    let engine = engine
    endpoint.loop.execute { engine.value.perform(command) }
    return .done
  }

  /// Ends the processes that it has started, then the broker.
  public func shutDown() {
    if isOver { return }
    isOver = true
    let engine = engine
    let stopped = endpoint.loop.makePromise(of: Void.self)
    endpoint.loop.execute { engine.value.stop { stopped.succeed() } }
    try? stopped.futureResult.wait()
    endpoint.stop()
  }
}

extension ServeSource {
  private func refusal(of command: Command) -> Refusal? {
    switch command {
    case .close(let slot):
      if let member = ours(slot) { return member.isRunning ? nil : .notRunning }
      guard picture.members.indices.contains(slot.index) else { return .notOurs }
      return picture[slot].isMember ? nil : .notRunning
    case .addPartitions(let topic):
      guard picture.partitions.contains(where: { $0.partition.topic == topic }) else {
        return .notInThisSource
      }
      return picture.partitions.count < mostPartitions ? nil : .tooManyPartitions
    case .produce: return picture.partitions.isEmpty ? .notInThisSource : nil
    case .moveCoordinator, .hold:
      return picture.members.isEmpty ? .noGroup : nil
    // What a client is set to is its own affair.
    case .changeAssignor, .changeMembership, .subscribe, .producer, .processRate, .cutNetwork,
      .healNetwork, .restartWith:
      return .clientsOwn
    case .add:
      if !canSpawn { return .noSpawn }
      let running = picture.members.count { $0.identity.isOurs && $0.isRunning }
      return running < SpawnOptions.most ? nil : .tooManyMembers
    case .restart(let slot):
      guard let member = ours(slot) else { return .notOurs }
      return member.isRunning ? .alreadyRunning : nil
    case .kill(let slot), .stopPolling(let slot), .resumePolling(let slot):
      guard let member = ours(slot) else { return .notOurs }
      return member.isRunning ? nil : .notRunning
    }
  }

  private func ours(_ slot: MemberSlot) -> MemberPicture? {
    guard picture.members.indices.contains(slot.index) else { return nil }
    return picture[slot].identity.isOurs ? picture[slot] : nil
  }
}
