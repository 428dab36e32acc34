import KafkaModel

/// A classic consumer of Kafka 4.3 and its application's poll loop, as one pure machine.
///
/// It knows no clock, socket or thread: the host hands it what happened and sends what it wants
/// sent. The simulation and the process of a real member run the same value.
public struct Member: Equatable, Sendable {
  public let config: ConsumerConfig
  /// Follows from the configured assignors alone, whatever the group's vote.
  public let rebalanceProtocol: RebalanceProtocol
  /// The id the coordinator gave; empty = none.
  public internal(set) var memberId: MemberId = ""
  /// Given by JoinGroup's answer, before the assignment is known.
  public internal(set) var generation = Generation.none
  public internal(set) var isLeader = false
  public internal(set) var doing = MemberDoing.connecting
  /// The group coordinator; nil = it must be looked up.
  public internal(set) var coordinator: BrokerId?
  /// Records a second the application works off.
  public internal(set) var processRatePerSecond: Int64
  /// Between the work and the next poll() something else comes, a commit for instance: then
  /// `MemberInput.pollAgain` ends the wait, while `max.poll.interval.ms` runs on.
  public let waitsAfterWork: Bool
  /// `groupMetadata()`: as it was when poll() took the present assignment, however the group has
  /// changed since.
  public internal(set) var groupMetadata: ConsumerGroupMetadata

  let assignors: AssignorCatalogue
  /// The subscription, in text order; empty = unsubscribed. `config.topics` is the first one.
  public internal(set) var topics: [TopicName]
  /// What the application will subscribe to before its next poll().
  var wantedTopics: [TopicName]?
  /// What the last JoinGroup said of the subscription.
  var joinedTopics: [TopicName]?
  /// The assignor the group has chosen, given by JoinGroup's answer.
  var protocolName = ""
  var memories: [AssignorMemory] = []
  var state = MembershipState.unjoined
  /// Raised whenever generation or id change.
  var identityStamp: Int32 = 0
  var round = JoinRound.none
  var rejoinNeeded = true
  var rejoinReason = ""
  var needsJoinPrepare = true
  var prepare = JoinPrepare.notBegun
  /// SyncGroup's answer, until poll() takes it.
  var pendingAssignment: [UInt8]?
  /// What the members of the group subscribe to, if this one leads; else its own topics.
  var watchedTopics: [TopicName]
  /// The topics as they were when this leader assigned them.
  var assignedSizes: [ClusterView.Size]?
  var cluster = ClusterView()
  /// The topics that the Metadata request under way asks for.
  var askedTopics: [TopicName] = []
  var ownership = Ownership()
  var loop = PollLoop.unstarted
  /// What commitSync() has still to commit.
  var syncCommit: [PartitionOffset]?
  var closing = ClosePhase.open
  /// close() was told to leave the group, even if static (KIP-1092).
  var leavesForced = false
  var hasFailed = false
  /// Answers that only poll() may act on.
  var deferred: [DeferredAnswer] = []
  var inFlight: [InFlight] = []
  var outbox = Outbox()
  var notes: [MemberNote] = []
  var timers = Timers()
  var generator: SeededGenerator
  var nowMs: Int64

  public init(
    config: ConsumerConfig, processRatePerSecond: Int64, generator: SeededGenerator,
    nowMs: Int64, assignors: AssignorCatalogue = .builtIn, waitsAfterWork: Bool = false
  ) {
    self.config = config
    self.assignors = assignors
    rebalanceProtocol = assignors.rebalanceProtocol(of: config.assignors)
    self.processRatePerSecond = max(0, processRatePerSecond)
    self.generator = generator
    self.nowMs = nowMs
    self.waitsAfterWork = waitsAfterWork
    groupMetadata = ConsumerGroupMetadata(
      groupId: config.groupId, groupInstanceId: config.groupInstanceId)
    topics = config.topics
    watchedTopics = config.topics
  }

  /// Takes note of what happened and does all that is due; time never runs backwards here.
  public mutating func handle(_ input: MemberInput, nowMs: Int64) -> MemberOutcome {
    self.nowMs = max(self.nowMs, nowMs)
    apply(input)
    if closing != .closed && loop != .unstarted {
      runBackground()
      runCommitSync()
      let hasPolled = runPoll()
      runClose()
      reachOut(afterPoll: hasPolled)
    }
    noteDoing()
    let sends = outbox.takeAll()
    let outcome = MemberOutcome(
      sends: sends, wakeAtMs: nextWakeMs, notes: notes,
      dueTimes: DueTimes(
        heartbeatMs: dueMs(.heartbeat), pollMs: dueMs(.poll), autoCommitMs: dueMs(.autoCommit)),
      isWaiting: loop == .waiting)
    notes = []
    return outcome
  }

  private mutating func apply(_ input: MemberInput) {
    switch input {
    case .start: loop.handle(.started)
    case .response(let correlationId, let response): take(response, correlationId)
    case .failed(let correlationId):
      if let request = removeInFlight(correlationId) { requestFailed(request) }
    case .wake: break
    case .stopPolling: stopPolling()
    case .resumePolling: resumePolling()
    case .processRate(let perSecond): changeRate(perSecond)
    case .subscribe(let topics): wantTopics(topics)
    case .pollAgain: pollAgain()
    case .commitSync(let offsets): beginCommitSync(offsets)
    case .seek(let offsets): seek(offsets)
    case .seekToCommitted: seekToCommitted()
    case .close: beginClose(leavesForced: false)
    case .closeAndLeave: beginClose(leavesForced: true)
    }
  }
}
