import Feed

/// Where one stands inside of an assignor.
public struct DealView: Hashable, Sendable {
  public let deal: Deal
  /// Decisions that are shown as made.
  public private(set) var count = 0

  public init(_ deal: Deal) { self.deal = deal }

  /// Of a large group several decisions are one step, so that the end is in sight.
  private var stride: Int { (deal.moves.count + Self.mostSteps - 1) / Self.mostSteps }
  private static let mostSteps = 40

  /// False at the end.
  mutating func stepOn() -> Bool {
    guard count < deal.moves.count else { return false }
    count = min(count + stride, deal.moves.count)
    return true
  }

  /// False at the start.
  mutating func stepBack() -> Bool {
    guard count > 0 else { return false }
    count = max(0, count % stride == 0 ? count - stride : count / stride * stride)
    return true
  }

  func mark(_ place: Int, _ picture: GroupPicture) -> RowMark {
    let partition = picture.partitions[place].partition
    let standing = deal.standing(partition, after: count)
    let isNew = standing != deal.standing(partition, after: max(0, count - max(1, stride)))
    return switch standing {
    case .open: .open
    case .given(let slot): .dealt(slot, isNew: isNew)
    case .withheld: .withheld(picture.partitions[place].owner, isNew: isNew)
    }
  }
}
