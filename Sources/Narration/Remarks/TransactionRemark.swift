import Feed
import KafkaModel

/// What transactions have to do with how the picture looks.
public enum TransactionRemark: Hashable, Sendable {
  case began(Writer)
  /// The outcome is written down, and not all markers are.
  case decided(TransactionalId, isCommit: Bool)
  /// A control record has ended it in a partition.
  case marked(PartitionName, Offset, isCommit: Bool, records: Int64)
  /// Another producer came with its `transactional.id`.
  case fencedByNew(TransactionalId)
  case timedOut(TransactionalId, limitMs: Int64?)
  /// The group takes no offsets from it: it is a zombie.
  case offsetsRefused(Writer, ErrorCode)
  case mustAbort(Writer, ApiKey, ErrorCode)
  case failed(Writer, ApiKey, ErrorCode)
  /// The last stable offset does not move, and readers that are read_committed wait.
  case held(PartitionName, Offset, sinceMs: Int64, by: TransactionalId?, isDead: Bool)
  /// A member cannot begin to read: an older owner's offset is not decided.
  case pending(PartitionName, waiting: MemberSlot)
  /// The dead member's transaction.
  /// A zombie works on what it had read as a member.
  case goesOnOutside(MemberSlot)
  case leftOpen
}

/// What comes next of transactions.
public enum TransactionNext: Hashable, Sendable {
  /// The coordinator aborts it then, if nobody ends it before.
  case abortsIn(ms: Int64)
  /// After the decision.
  case markersFollow(isCommit: Bool)
  /// Offsets of a membership that is over.
  case willBeRefused
  case aborts(Writer)
  case closes(Writer)
  /// After the last marker.
  case readersGoOn
  case tryEnd
  /// Its producer is dead.
  case tryRestart
}

/// A producer in a remark.
public enum Writer: Hashable, Sendable {
  /// Of a member's application.
  case member(MemberSlot)
  /// One without a consumer.
  case alone(String)

  /// How it is called in any language.
  public var name: String {
    switch self {
    case .member(let slot): slot.letter
    case .alone(let name): name
    }
  }

  init(_ producer: ProducerPicture) {
    self = producer.identity.member.map { .member($0) } ?? .alone(producer.identity.name)
  }
}
