import Feed

/// Which members and partitions the grid has, in its order: partitions by topic and number; with a
/// filter those whose name contains the text.
struct GridOrder {
  let members: [Int]
  let partitions: [Int]

  init(_ model: BoardModel, _ picture: GroupPicture) {
    let all = picture.partitions
    let order = all.indices.sorted { all[$0].partition < all[$1].partition }
    let filter = TextFilter(model)
    let named = picture.members.indices.filter {
      filter.admits(MemberNames.full(picture.members[$0].identity))
    }
    let fitting = order.filter { filter.admits(all[$0].partition.description) }
    // A name of the one kind leaves the other kind whole, so that one sees who has what.
    members = named.isEmpty && !fitting.isEmpty ? Array(picture.members.indices) : named
    partitions = fitting.isEmpty && !named.isEmpty ? order : fitting
  }
}
