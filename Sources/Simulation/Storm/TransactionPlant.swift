/// A bug put in on purpose between transaction coordinator and storm.
enum TransactionPlant: Hashable, Sendable, CaseIterable {
  /// Some answers are given twice.
  case answersTwice
  /// Some answers that were waited for are never given.
  case losesAnswers
  /// EndTxn is answered with a code that only InitProducerId has.
  case wrongError
  /// A producer that has the right id and epoch is told that it does not.
  case fencesTheRightOne
  /// Some records are told of that are not in the log.
  case losesRecords
  /// Every so often a record has the epoch before.
  case epochGoesBack
  /// A producer without a transactional id gets the id of one that has one.
  case sharesProducerIds
  /// A transaction's first partitions are not written down.
  case skipsOngoing
  /// A commit that was decided completes as an abort.
  case changesItsMind
  /// A marker counts though it was never written.
  case completesEarly
  /// Scans are set for now.
  case scansAtOnce
}
