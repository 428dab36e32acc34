import Feed
import KafkaModel

/// What is known of one member, ours or not.
struct Seat {
  var identity: MemberIdentity
  /// Its process runs; of foreign ones: it was described last time.
  var isAlive = true
  /// It had a process, which may be gone.
  var hasStarted = false
  /// Its process closes: a static one says nothing of that to the coordinator (KIP-345).
  var isLeaving = false
  /// The coordinator takes it for a member, as far as we know.
  var isMember = false
  var memberId: MemberId = ""
  /// What a cause calls it: its id, or what stands for that until it has one.
  var name: MemberId { memberId.isEmpty ? identity.idBeforeTheFirst : memberId }
  /// When it asked to join without an id: most brokers give it one first (KIP-394), so that
  /// this alone is no rebalance.
  var askedWithoutIdMs: Int64?
  /// The generation whose join phase it has completed.
  var joined = Generation.none
  var joinedMs: Int64 = 0
  /// What it was last given, and in which generation.
  var assigned: (generation: Generation, partitions: [TopicPartition])?
  /// When the coordinator removes it, by its own account.
  var sessionDueMs: Int64?
  /// Ids of processes that died in this seat, which the coordinator may still hold.
  var formers: [Former] = []

  struct Former {
    var memberId: MemberId
    var dueMs: Int64?
  }

  init(_ identity: MemberIdentity) { self.identity = identity }

  var isStatic: Bool { identity.instanceId != nil }
}
