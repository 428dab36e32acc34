/// What has come of the input of consume–transform–produce loops: counts of records, so that
/// "exactly once" is a sum anyone can check. Each input record makes one output record.
public struct DeliveryTally: Hashable, Sendable {
  /// Input records below the group's committed offsets: nobody will read them again.
  public var done: Int64 = 0
  /// Output records that a read_committed reader gets.
  public var committed: Int64 = 0
  /// Of those, the ones of an input record that had one already.
  public var duplicates: Int64 = 0
  /// Input records that are done and have none.
  public var lost: Int64 = 0
  /// Output records in aborted transactions, which only read_uncommitted readers get.
  public var aborted: Int64 = 0
  /// Output records in open transactions.
  public var open: Int64 = 0

  public init(
    done: Int64 = 0, committed: Int64 = 0, duplicates: Int64 = 0, lost: Int64 = 0,
    aborted: Int64 = 0, open: Int64 = 0
  ) {
    self.done = done
    self.committed = committed
    self.duplicates = duplicates
    self.lost = lost
    self.aborted = aborted
    self.open = open
  }
}
