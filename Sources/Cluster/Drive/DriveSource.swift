import Feed
import KafkaModel
import NIOCore
import NIOPosix
import Synchronization

/// A real group on a real cluster: members that are processes of ours, and whoever else joins.
///
/// The screen's thread calls it; NIO's one thread does the work; events cross in a mailbox.
public final class DriveSource: Source {
  private let clock: MonotonicClock
  private let mailbox: Mailbox
  private let group: MultiThreadedEventLoopGroup
  private let engine: NIOLoopBound<DriveEngine>
  private var feed: LiveFeed
  private var isOver = false
  /// What takes no longer needs no word.
  private static let momentMs: Int64 = 700

  /// Starts at once; a broker that does not answer shows as health, not as an error here.
  ///
  /// `historyMs`: what is older leaves the score. `anonymizer`: changes the names in all that is
  /// told; nil leaves them.
  public init(
    options: DriveOptions, historyMs: Int64 = 3_600_000, anonymizer: Anonymizer? = nil
  ) throws {
    precondition(options.fault == nil, "the options were checked")
    let clock = MonotonicClock()
    let mailbox = Mailbox()
    group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = group.next()
    engine = try loop.submit {
      let engine = DriveEngine(options: options, clock: clock, mailbox: mailbox, loop: loop)
      engine.start()
      return NIOLoopBound(engine, eventLoop: loop)
    }.wait()
    self.clock = clock
    self.mailbox = mailbox
    feed = LiveFeed(historyMs: historyMs, anonymizer: anonymizer)
  }

  public var picture: GroupPicture { feed.picture }
  public var timeline: Timeline { feed.timeline }
  /// Changes the names in what has come.
  public var anonymizer: Anonymizer? { feed.anonymizer }

  public let capabilities = Capabilities(
    kind: .drive, canTravel: false, canAct: true, seesCoordinator: false)

  public var nowMs: Int64 { clock.nowMs }
  public var nextEventMs: Int64? { nil }

  /// Readable for `poll` while events wait to be drained.
  public var wakeDescriptor: Int32 { mailbox.descriptor }

  public func drain(toMs: Int64) -> [TimedEvent] { drain { _ in [] } }

  /// Takes in what has come, up to the first event that `watch` has something to say of: what it
  /// says is taken in behind it, and the rest waits, so that the moment can be looked at.
  public func drain(watching watch: (TimedEvent) -> [TimedEvent]) -> [TimedEvent] {
    feed.drain(mailbox.takeAll(), nowMs: clock.nowMs, watching: watch)
  }

  /// Whether the last drain has left something.
  public var hasWaiting: Bool { feed.hasWaiting }

  public func travel(_ travel: Travel) -> Bool { false }

  public func perform(_ command: Command) -> CommandAnswer {
    if isOver { return .refused(.notRunning) }
    if let refusal = refusal(of: command) { return .refused(refusal) }
    let engine = engine
    group.next().execute { engine.value.perform(command) }
    return .done
  }

  /// Adds a member that is not the next of the usual ones.
  public func add(_ member: CastMember) -> CommandAnswer {
    if isOver { return .refused(.notRunning) }
    if let refusal = refusal(of: .add) { return .refused(refusal) }
    let engine = engine
    group.next().execute { engine.value.add(member) }
    return .done
  }

  /// Ends the members, then deletes group and topics that are ours.
  ///
  /// Takes some seconds at most. Each line returned names something that stays behind, and why.
  ///
  /// - Parameter say: gets a line that says what is waited for, where it takes more than a moment;
  ///   not on the caller's thread.
  public func shutDown(saying say: @escaping @Sendable (String) -> Void = { _ in }) -> [String] {
    if isOver { return [] }
    isOver = true
    let engine = engine
    let loop = group.next()
    let promise = loop.makePromise(of: [String].self)
    let word = loop.scheduleTask(in: .milliseconds(Self.momentMs)) { say(engine.value.farewell) }
    loop.execute { engine.value.shutDown { promise.succeed($0) } }
    let left = (try? promise.futureResult.wait()) ?? []
    word.cancel()
    try? group.syncShutdownGracefully()
    return left
  }
}

extension DriveSource {
  private func refusal(of command: Command) -> Refusal? {
    switch command {
    case .add:
      if picture.partitions.isEmpty { return .notInThisSource }
      let ours = picture.members.filter { $0.identity.isOurs && $0.isRunning }.count
      return ours < DriveOptions.mostMembers ? nil : .tooManyMembers
    case .restart(let slot):
      guard let member = ours(slot) else { return .notOurs }
      return member.isRunning ? .alreadyRunning : nil
    case .close(let slot):
      guard let member = ours(slot) else { return .notOurs }
      return member.process == .closing ? .alreadyClosing : member.isRunning ? nil : .notRunning
    case .kill(let slot), .stopPolling(let slot), .resumePolling(let slot),
      .cutNetwork(let slot), .healNetwork(let slot), .processRate(let slot, _):
      guard let member = ours(slot) else { return .notOurs }
      return member.isRunning ? nil : .notRunning
    // They would change what is the cluster's, or need a stop of all.
    case .addPartitions, .changeAssignor, .changeMembership, .subscribe, .moveCoordinator,
      .restartWith, .produce, .producer:
      return .notInThisSource
    }
  }

  private func ours(_ slot: MemberSlot) -> MemberPicture? {
    guard picture.members.indices.contains(slot.index) else { return nil }
    let member = picture[slot]
    return member.identity.isOurs ? member : nil
  }
}
