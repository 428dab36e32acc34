/// A bug put in on purpose between a partition's view of producers and storm.
enum ProducerPlant: Hashable, Sendable, CaseIterable {
  /// Readers of committed records may read all that is replicated.
  case forgetsOpen
  /// A batch that was sent again is answered with the next offset.
  case wrongDuplicate
  /// A batch that left one out is taken.
  case takesGaps
  /// Batches of a former epoch are taken.
  case takesZombies
}
