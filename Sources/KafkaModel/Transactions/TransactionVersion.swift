/// `transaction.version` as one producer uses it: the feature is the cluster's, but a client of an
/// older version does as it always did.
public enum TransactionVersion: Int16, Hashable, Sendable, CaseIterable {
  /// Partitions are added by request, the epoch stays the same from transaction to transaction.
  case zero = 0
  /// As `zero`; what is written down has room for tagged fields.
  case one = 1
  /// KIP-890: writing adds a partition, and every end of a transaction bumps the epoch.
  case two = 2

  public var bumpsEpochs: Bool { self == .two }
}
