import KafkaModel

/// One member as it is now.
public struct MemberPicture: Hashable, Sendable {
  /// What is known of its process.
  public enum Process: Hashable, Sendable {
    case running
    case dead
    case closing
    case ended
    /// Not ours: nothing is known of it.
    case unknown
  }

  /// What the coordinator takes it for.
  public enum Membership: Hashable, Sendable {
    case none
    case member
    case removed(RemovalReason, atMs: Int64)
  }

  public let slot: MemberSlot
  public internal(set) var identity: MemberIdentity
  public internal(set) var process: Process
  /// A process of it has run.
  var hasRun = false
  public internal(set) var isPolling = true
  public internal(set) var isConnected = true
  /// Its whole process stands still (SIGSTOP).
  public internal(set) var isFrozen = false
  /// False while a process of ours says nothing, though it runs.
  public internal(set) var isReporting = true
  /// What it says of its reading counts only while the broker answers.
  var isBlind = false
  /// Records a second that its application works off, where that is known.
  public internal(set) var processRate: Int64?
  /// Its own `partition.assignment.strategy`, where it was started with one.
  public internal(set) var assignors: [String]?
  /// What it has told of itself, where clients bring their own settings.
  public internal(set) var terms: MemberTerms?
  public internal(set) var memberId: MemberId?
  public internal(set) var membership: Membership = .none
  /// The id of the process before this one, while the coordinator still takes it for a member.
  public internal(set) var formerId: MemberId?
  /// When the coordinator removes that former id.
  public internal(set) var formerSessionDueMs: Int64?
  /// The coordinator holds its JoinGroup.
  public internal(set) var hasJoined = false
  public internal(set) var doing: MemberDoing?
  public internal(set) var failure: ErrorCode?
  /// Why the coordinator does not take it in, however often it asks.
  public internal(set) var refusal: ErrorCode?
  /// What it has by its own account.
  public internal(set) var owned: [TopicPartition] = []
  public internal(set) var generation: Generation?
  /// The coordinator's last sign of life from it.
  public internal(set) var lastHeartbeatMs: Int64?
  public internal(set) var diedMs: Int64?
  /// When it took its former process's place as a static member, without a rebalance (KIP-345).
  public internal(set) var returnedMs: Int64?
  public internal(set) var sessionDueMs: Int64?
  /// When the session ended for which it was removed last, by the member's own account.
  public internal(set) var expiredDueMs: Int64?
  /// When its work was last seen before it was removed, where its process is not.
  public internal(set) var lastWorkMs: Int64?
  public internal(set) var heartbeatDueMs: Int64?
  public internal(set) var pollDueMs: Int64?
  public internal(set) var autoCommitDueMs: Int64?
  public internal(set) var backoffDueMs: Int64?
  /// An answer of the coordinator's that is held back from it.
  public internal(set) var held: HeldAnswer?
  /// What its terminal shows.
  public internal(set) var console = ConsoleTail()
  /// Partitions it reads right now.
  public internal(set) var reads = 0

  init(slot: MemberSlot, identity: MemberIdentity) {
    self.slot = slot
    self.identity = identity
    process = identity.isOurs ? .running : .unknown
  }

  public var isMember: Bool { membership == .member }
  /// It has a `group.instance.id` (KIP-345).
  public var isStatic: Bool { identity.instanceId != nil }
  /// Its process is gone, and the coordinator keeps its place until the session ends.
  public var isGone: Bool { isMember && (process == .dead || process == .ended) }
  /// It was a member, and has left or was removed.
  public var isOut: Bool { if case .removed = membership { true } else { false } }
  /// It works off what it has fetched, although the group has gone on without it: until its next
  /// poll() it does not know, or cannot do anything about it.
  public var readsOutside: Bool { isOut && canRead && reads > 0 }
  public var isRunning: Bool { process == .running || process == .closing }
  /// It can fetch: its process runs, calls poll() and reaches the brokers.
  public var canRead: Bool {
    // Of a process that is not seen a member is all there is.
    (isRunning || process == .unknown && !isOut) && isPolling && isConnected && !isFrozen
  }

  /// The one word that says best what it is up to.
  public var word: MemberWord {
    switch process {
    case .dead: return removedOr(isStatic && isMember ? .stopped : .dead)
    case .ended where !hasRun && memberId == nil && membership == .none: return .unstarted
    case .ended where refusal != nil && membership == .none: return .refused
    case .ended: return isStatic && isMember ? .stopped : .left
    case .closing: return .leaving
    case .running, .unknown: break
    }
    if isFrozen { return removedOr(identity.isOurs ? .hangs : .unheard) }
    if refusal != nil, !isMember { return .refused }
    // Whether it left by itself nobody has seen.
    if process == .unknown, isOut { return .removed }
    if !isReporting { return removedOr(.unknown) }
    if doing == .failed { return .failed }
    if !isConnected { return removedOr(.cutOff) }
    if !isPolling { return removedOr(.notPolling) }
    if readsOutside { return .outside }
    // What it keeps under the cooperative protocol it reads on while it joins.
    if reads > 0, isMember, doing == .joining || doing == .syncing { return wordOfDoing(.reading) }
    return doing.map(wordOfDoing) ?? (isMember ? .member : .new)
  }

  private func removedOr(_ word: MemberWord) -> MemberWord {
    switch membership {
    case .removed(.left, _): .left
    case .removed: .removed
    case .none, .member: word
    }
  }

  private func wordOfDoing(_ doing: MemberDoing) -> MemberWord {
    switch doing {
    case .connecting: .connecting
    case .revoking: .revoking
    case .joining: hasJoined ? .joined : .joining
    case .assigning: .assigns
    case .syncing: .waits
    case .fetchingOffsets: .fetchingOffsets
    case .reading: isBlind ? .unknown : .reading
    case .idle: .idle
    case .slow: isBlind ? .unknown : .slow
    case .silent: .silent
    case .unsubscribed: .unsubscribed
    case .notPolling: .notPolling
    case .leaving: removedOr(.leaving)
    case .closed: .left
    case .failed: .failed
    }
  }
}

/// A member's state word, as the screen prints it in its language.
public enum MemberWord: String, Hashable, Sendable, CaseIterable {
  case new, connecting, joining
  /// The coordinator has its JoinGroup, and has not answered yet as far as it knows.
  case joined
  case assigns, waits, fetchingOffsets, reading, revoking, idle
  /// Reads, and more comes than it works off.
  case slow
  /// Has partitions in which records wait, and commits nothing.
  case silent
  case unsubscribed
  /// Its process has not been started yet.
  case unstarted
  /// The coordinator does not take it in.
  case refused
  case dead, cutOff, notPolling, leaving, left, removed, failed
  /// A static member whose process is gone; its place is kept.
  case stopped
  /// Reads on although it is no longer a member.
  case outside
  /// Known to the coordinator only.
  case member
  /// Its process stands still.
  case hangs
  /// Nothing comes of it any more; its process is not ours.
  case unheard
  /// It should tell what it does, and does not.
  case unknown
}
