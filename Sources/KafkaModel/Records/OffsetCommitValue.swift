/// A committed offset as it is written down (`OffsetCommitValue`, versions 0–4).
public struct OffsetCommitValue: Hashable, Sendable {
  /// The next offset to read.
  public var offset: Offset
  /// v3+; -1 where unknown.
  public var leaderEpoch: Int32
  public var metadata: String
  public var commitTimestampMs: Int64

  public init(
    offset: Offset, leaderEpoch: Int32 = -1, metadata: String = "", commitTimestampMs: Int64
  ) {
    self.offset = offset
    self.leaderEpoch = leaderEpoch
    self.metadata = metadata
    self.commitTimestampMs = commitTimestampMs
  }
}
