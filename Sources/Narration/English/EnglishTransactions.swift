import Feed
import KafkaModel

/// Transactions in English.
struct EnglishTransactions {
  private let terms = EnglishTerms()

  func why(_ remark: TransactionRemark) -> Phrase {
    switch remark {
    case .began(let writer):
      "\(writer.name) has a transaction open: its records count only if it commits."
    case .decided(let id, let isCommit):
      "\(id.text) is \(strong: isCommit ? "committed" : "aborted"): that is written and final."
    case .marked(let name, let offset, let isCommit, let records):
      """
      The transaction has ended in \(terms.partition(name)): its control record takes offset \
      \(offset.value), \(terms.records(records)) \
      \(isCommit ? records == 1 ? "counts" : "count" : records == 1 ? "is void" : "are void").
      """
    case .fencedByNew(let id):
      "Another producer came with \(id.text): the older epoch is \(strong: "fenced")."
    case .timedOut(let id, let limit):
      """
      \(id.text) was open too long\(terms.limit(limit)): it is aborted, and its producer is \
      \(strong: "fenced").
      """
    case .offsetsRefused(let writer, let error):
      """
      The group refuses \(writer.name)'s offsets with \(strong: error.description): it is a \
      zombie.
      """
    case .mustAbort(let writer, let api, let error):
      "\(writer.name) cannot commit: \(api.description) was answered \(strong: error.description)."
    case .failed(let writer, let api, let error):
      "\(strong: writer.name) has failed: \(api.description) was answered \(error.description)."
    case .held(let name, let offset, let since, let id, let isDead):
      """
      \(id?.text ?? "A transaction") is open\(isDead ? " and its producer dead" : ""): \
      \(terms.partition(name))'s LSO stands at \(offset.value) since \(TimeText.clock(ms: since)).
      """
    case .pending(let name, let slot):
      """
      \(slot.letter) must wait for the offset of \(terms.partition(name)): one is pending in an \
      open transaction (UNSTABLE_OFFSET_COMMIT).
      """
    case .goesOnOutside(let slot):
      """
      \(strong: slot.letter) goes on with its old records, though it is no member any more.
      """
    case .leftOpen: "Its transaction stays open."
    }
  }

  func next(_ remark: TransactionNext) -> Phrase {
    switch remark {
    case .abortsIn(let ms):
      ms == 0
        ? "Its timeout is over: the coordinator aborts it when it looks next."
        : "It is aborted in \(terms.seconds(ms)) if nobody ends it before."
    case .markersFollow(let isCommit):
      """
      \(isCommit ? "A COMMIT" : "An ABORT") marker is written to each of its partitions, then \
      read_committed readers go on.
      """
    case .willBeRefused: "The group will refuse its offsets, so that it has to abort."
    case .aborts(let writer):
      "\(writer.name) aborts: read_committed readers never see what it sent."
    case .closes(let writer): "\(writer.name) can do nothing more but close."
    case .readersGoOn: "read_committed readers go on past it."
    case .tryRestart: "Type :tx restart: with the same transactional.id it aborts that at once."
    case .tryEnd: "Type :tx commit or :tx abort to end it."
    }
  }

  func line(_ line: TransactionLog) -> Phrase {
    switch line {
    case .process(let writer, let change): process(writer.name, change)
    case .ongoing(let id, let dueMs):
      """
      \(id.text) is \(strong: "Ongoing"), aborted at \(TimeText.clock(ms: dueMs)) if nobody ends \
      it
      """
    case .decided(let id, let isCommit):
      """
      \(id.text) is \(strong: isCommit ? "PrepareCommit" : "PrepareAbort"): decided, markers \
      follow
      """
    case .fenced(let id, .initialized):
      "\(strong: "\(id.text) is fenced"): another producer has its id now"
    case .fenced(let id, .timedOut):
      "\(strong: "\(id.text) is fenced"): it was open longer than its timeout"
    case .marker(let name, let offset, let isCommit, let records, let id):
      """
      \(terms.partition(name)): \(isCommit ? "COMMIT" : "ABORT") marker\
      \(id.map { " of \($0.text)" } ?? "") takes offset \(offset.value), \(terms.records(records)) \
      \(isCommit ? records == 1 ? "counts" : "count" : records == 1 ? "is void" : "are void")
      """
    case .wrote(let writer, let name, let offset, let records):
      """
      \(writer.name) writes \(terms.records(records)) to \(terms.partition(name)) from offset \
      \(offset.value)
      """
    case .mustAbort(let writer, let api, let error):
      "\(strong: "\(writer.name) must abort"): \(error.description) to \(api.description)"
    case .failed(let writer, let api, let error):
      "\(strong: "\(writer.name) fails"): \(error.description) to \(api.description)"
    }
  }

  private func process(_ name: String, _ change: ProducerChange) -> Phrase {
    switch change {
    case .started: "\(name) starts"
    case .killed: "\(strong: "\(name) is killed"): what it has open stays open"
    case .ended: "\(name) has ended"
    }
  }
}
