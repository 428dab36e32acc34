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
      members = Array(picture.members.indices)
      places = Array(picture.partitions.indices)
      isWhole = true
    }
  }

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
