import KafkaModel

/// Producers, their transactions and what these have left in the logs, as all that is now.
public struct TransactionsPicture: Sendable {
  /// By slot.
  public internal(set) var producers: [ProducerPicture] = []
  /// In order of first sight.
  public internal(set) var transactions: [TransactionPicture] = []
  var places = Index<TransactionalId, Int>()
  /// The topic that consume–transform–produce loops write to.
  public internal(set) var output: TopicName?
  public internal(set) var outputPartitions: Int32 = 0
  public internal(set) var tally: DeliveryTally?
  /// By when they began.
  public internal(set) var open: [OpenRecords] = []
  /// By when they were written.
  public internal(set) var pending: [PendingOffset] = []
  /// What has happened last that changes the picture in kind.
  public internal(set) var latest: Turn?

  /// More at once are not followed; a foreign recording may have any number.
  static let most = 1000

  /// Something that happened to a transaction, and when.
  public struct Turn: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case began(TransactionalId)
      case decided(TransactionalId)
      case marked(TransactionalId)
      case fenced(TransactionalId)
      case refused(ProducerSlot)
      case died(ProducerSlot)
    }

    public var kind: Kind
    public var atMs: Int64
  }

  /// There is nothing to show.
  public var isEmpty: Bool { producers.isEmpty && transactions.isEmpty && output == nil }

  public subscript(id: TransactionalId) -> TransactionPicture? {
    places[id].map { transactions[$0] }
  }

  public subscript(slot: ProducerSlot) -> ProducerPicture { producers[slot.index] }

  /// What the producer has under its `transactional.id`, whoever wrote it.
  public func transaction(of slot: ProducerSlot) -> TransactionPicture? {
    self[slot].identity.transactionalId.flatMap { self[$0] }
  }

  /// Whose transaction it is now: of several with the same id the one that is not fenced, and the
  /// last of these.
  public func producer(of id: TransactionalId) -> ProducerPicture? {
    let all = producers.filter { $0.identity.transactionalId == id }
    return all.last { $0.fenced == nil } ?? all.last
  }

  /// The transaction that the producer's records belong to.
  public func transaction(of producer: Producer) -> TransactionPicture? {
    transactions.first { $0.producer.id == producer.id }
  }

  /// A transaction's records that are not decided yet, by when they began.
  public func open(of transaction: TransactionPicture) -> [OpenRecords] {
    open.filter { $0.producer.id == transaction.producer.id }
  }

  public func open(in partition: TopicPartition) -> [OpenRecords] {
    open.filter { $0.partition == partition }
  }

  /// The offset that a new owner of the partition has to wait for.
  public func pending(in partition: TopicPartition) -> PendingOffset? {
    pending.last { $0.partition == partition }
  }

  /// The producer that keys and commands act on: the first one without a consumer.
  public var producerAlone: ProducerPicture? { producers.first(where: \.isAlone) }
}
