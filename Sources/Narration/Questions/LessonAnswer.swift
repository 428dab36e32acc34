import Feed
import KafkaModel

/// What a question's answer is, in no language yet.
public enum LessonAnswer: Hashable, Sendable {
  /// A partition and who reads it; nil for nobody.
  public struct Reader: Hashable, Sendable {
    public var partition: PartitionName
    public var slot: MemberSlot?
  }

  /// Where a partition would be gone on with, and where its reader is now.
  public struct Resume: Hashable, Sendable {
    public var partition: PartitionName
    public var committed: Offset
    public var position: Offset?
  }

  /// A partition and where its log ends now.
  public struct Begin: Hashable, Sendable {
    public var partition: PartitionName
    public var logEnd: Offset
  }

  /// A member and how many partitions it has.
  public struct Share: Hashable, Sendable {
    public var slot: MemberSlot
    public var count: Int
  }

  case readers([Reader])
  case moves(kept: Int, moved: Int, needless: Int)
  /// - Parameter before: the generation of now; nil while a rebalance has begun to raise it.
  case generation(Generation, before: Generation?)
  /// Milliseconds since the first of them was read last.
  case notRead([PartitionName], forMs: Int64)
  case plans(MemberSlot?)
  /// In how many milliseconds; nil where nobody is silent.
  case removal(MemberSlot, inMs: Int64)
  case nobodyIsRemoved
  case resumes([Resume])
  case offsetsPartition(GroupId, Int32)
  /// The log ends, where `latest` begins; `earliest` begins at 0.
  case begins([Begin])
  case shares([Share])
  /// - Parameters:
  ///   - members: how many there are, all together.
  ///   - partitions: the same of partitions.
  case idle([MemberSlot], members: Int, partitions: Int)
  case deals(assignor: String, isEager: Bool)
  /// Of all partitions together.
  case unread(partitionMs: Int64)
  case fails(MemberSlot, ErrorCode)
  case nobodyFails
}
