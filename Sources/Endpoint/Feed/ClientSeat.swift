import Feed
import KafkaModel

/// One member of the group that is shown, as far as a broker knows it.
struct ClientSeat {
  var identity: MemberIdentity
  /// The newest id that the coordinator has given it.
  var memberId: MemberId?
  /// Open ones that are known to be its own.
  var connections: Set<ConnectionId> = []
  /// No process of it is there, as far as one can see.
  var isGone = false
  /// What the last answer to SyncGroup gave it, less what it has given up since.
  var owned: [TopicPartition] = []
  /// The partitions that it fetches, and from where on.
  var positions: [TopicPartition: Offset] = [:]
  var generation = Generation.none
  /// Out of its last JoinGroup, whatever became of that.
  var terms = MemberTerms(assignors: [], sessionTimeoutMs: 0, rebalanceTimeoutMs: 0)
  /// Out of the last one that the coordinator did not refuse; nil before.
  var accepted: MemberTerms?
  var topics: [TopicName] = []
  /// When the request came that it waits for.
  var askedMs: Int64 = 0
  /// Its request whose answer is held back.
  var held: HeldRequest?
  /// When anything came of it last, a Fetch too.
  var signMs: Int64 = 0
  /// When its last heartbeat came, and how long after the one before.
  var heartbeatMs: Int64?
  var heartbeatGapMs: Int64?
  /// Nothing comes of it any more, though it has not hung up.
  var isSilent = false
  /// When it heard of the coordinator last, by a heartbeat or otherwise.
  var heardMs: Int64 = 0

  /// Other answers may go out to it meanwhile.
  struct HeldRequest: Equatable {
    let connection: ConnectionId
    let correlationId: Int32

    init(_ call: Call) {
      connection = call.connection
      correlationId = call.header.correlationId
    }
  }

  /// Connections over which it has named itself, as members do to their coordinator.
  var named: Set<ConnectionId> = []

  var isCooperative: Bool { terms.isCooperative }
}
