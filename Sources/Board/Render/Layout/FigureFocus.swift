import Feed
import KafkaModel

/// Which members and partitions the picture shows: all, or those of what is zoomed.
struct FigureFocus: Hashable {
  /// By slot, and by place.
  let members: [Int]
  let places: [Int]
  let isWhole: Bool

  init(_ model: BoardModel, _ picture: GroupPicture) {
    if model.isZoomed, let slot = model.selectedMember,
      picture.members.indices.contains(slot.index)
    {
      members = [slot.index]
      places = Self.places(of: slot, picture)
      isWhole = false
    } else if model.isZoomed, let place = model.selectedPartition,
      picture.partitions.indices.contains(place)
    {
      let topic = picture.partitions[place].partition.topic
      places = picture.partitions.indices.filter {
        picture.partitions[$0].partition.topic == topic
      }
      members = Self.members(places, picture)
      isWhole = false
    } else {
      members = Self.shown(picture)
      places = Array(picture.partitions.indices)
      isWhole = true
    }
  }

  /// In a large group a row of its own is kept for two minutes for whom nobody sees any more.
  private static func shown(_ picture: GroupPicture) -> [Int] {
    guard picture.members.count > mostInGrid else {
      return Array(picture.members.indices)
    }
    return picture.members.indices.filter { index in
      guard case .removed(_, let atMs) = picture.members[index].membership,
        picture.members[index].process == .unknown
      else { return true }
      return picture.timeMs - atMs < ghostMs
    }
  }

  private static let ghostMs: Int64 = 120_000
  /// In the usual widths; a grid has a column for each member.
  private static let mostInGrid = 10

  /// What a member has, reads, or is to get.
  private static func places(of slot: MemberSlot, _ picture: GroupPicture) -> [Int] {
    picture.partitions.indices.filter {
      let partition = picture.partitions[$0]
      return partition.shownOwner == slot || partition.planned == .slot(slot)
    }
  }

  private static func members(_ places: [Int], _ picture: GroupPicture) -> [Int] {
    picture.members.indices.filter { index in
      places.contains { picture.partitions[$0].shownOwner == MemberSlot(index) }
    }
  }
}
