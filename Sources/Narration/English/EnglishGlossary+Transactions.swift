extension EnglishGlossary {
  func transactionName(_ term: GlossaryTerm) -> String {
    switch term {
    case .transactionalId: "transactional.id"
    case .producerId: "producer id and epoch"
    case .transactionCoordinator: "transaction coordinator"
    case .controlRecord: "control record"
    case .lastStableOffset: "last stable offset"
    case .isolationLevel: "isolation.level"
    case .pendingOffset: "pending offset"
    case .zombie: "zombie"
    case .duplicates: "duplicates"
    case .exactlyOnce: "exactly once"
    default: ""
    }
  }

  func transactions(_ term: GlossaryTerm) -> String {
    switch term {
    case .transactionalId:
      "The name of a transactional producer. It stays the same over restarts: who comes with "
        + "it is taken for the same producer, ends what that one left open, and fences it."
    case .producerId:
      "The number that brokers know a producer by, and a count that grows with each start, each "
        + "fencing and each transaction (KIP-890). Of two with the same id the higher epoch is "
        + "right; the lower one is refused."
    case .transactionCoordinator:
      "The broker that keeps the transactions of a transactional.id in __transaction_state: "
        + "it hands out epochs, writes the decision down, orders the markers, and aborts what "
        + "is open longer than transaction.timeout.ms."
    case .controlRecord:
      "The marker, COMMIT or ABORT, that ends a transaction in each of its partitions. It takes "
        + "one offset of the log and no application sees it, so that lag may count one more than "
        + "there are records."
    default: transactionReading(term)
    }
  }

  private func transactionReading(_ term: GlossaryTerm) -> String {
    switch term {
    case .lastStableOffset:
      "LSO: where the oldest open transaction of a partition begins, else the high watermark. "
        + "Readers that are read_committed get nothing from it on, not even what others have "
        + "written there."
    case .isolationLevel:
      "What a consumer sees of transactions. read_uncommitted, the default: all there is, "
        + "aborted records too. read_committed: only what is below the last stable offset, and "
        + "nothing that was aborted."
    case .pendingOffset:
      "An offset that was committed inside of a transaction which is still open. It counts when "
        + "that commits; until then a new owner of the partition is answered "
        + "UNSTABLE_OFFSET_COMMIT and waits."
    case .zombie:
      "A process that was taken for dead, goes on and does not know. Its epoch or its membership "
        + "is old by then: its offsets are refused, so that its records never count."
    case .duplicates:
      "Output of input that had made some before. They come about when records were handed on "
        + "and the offset was not committed: the next owner reads them again."
    case .exactlyOnce:
      "Records are read, handed on and committed in one transaction: output and offsets count "
        + "together or not at all. It holds for readers that are read_committed, and inside of "
        + "Kafka only."
    default: ""
    }
  }
}
