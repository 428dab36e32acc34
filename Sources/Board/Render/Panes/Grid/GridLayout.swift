import Feed
import KafkaModel
import Screen

/// Where partitions and members stand in the full grid, and which of them are shown.
struct GridLayout {
  /// A partition's column.
  struct Column {
    var place: Int
    var x: Int
    /// The first of its topic on the screen.
    var isFirst: Bool
  }

  let columns: [Column]
  /// Columns a partition takes: with brackets, with a blank, or just one.
  let pitch: Int
  /// In the order of topics and numbers, all partitions.
  let order: [Int]
  /// The first that is shown, in that order.
  let start: Int
  let members: [Int]
  /// How many there would be, did they fit.
  let memberCount: Int
  let names: MemberNames
  let nameWidth: Int
  /// Rows of the lag bar.
  let lagRows: Int

  static let headerRows = 4

  init(_ model: BoardModel, _ picture: GroupPicture, width: Int, height: Int) {
    let all = GridOrder(model, picture)
    let order = all.partitions
    let nameRoom = width >= 80 ? 16 : 8
    names = MemberNames(picture, room: nameRoom)
    nameWidth = min(names.longest, nameRoom)
    let left = nameWidth + 9
    let gaps = order.indices.dropFirst().count {
      picture.partitions[order[$0]].partition.topic
        != picture.partitions[order[$0 - 1]].partition.topic
    }
    let room = max(1, width - 1 - left)
    pitch = [4, 2].first { order.count * $0 + gaps <= room } ?? 1
    let selected = model.selectedPartition.flatMap { order.firstIndex(of: $0) } ?? 0
    // A page keeps one column for the gap before each of its topics.
    let page = max(1, room - (order.count + gaps > room ? min(gaps, room / 2) : gaps))
    start = pitch > 1 ? 0 : selected / page * page
    columns = Self.columns(
      picture, order[min(start, order.count)..<min(order.count, start + page)], pitch, left)
    self.order = order
    // What the members leave, within reason.
    let spare = height - Self.headerRows - all.members.count - 6
    lagRows = max(height >= 30 ? 3 : height >= 20 ? 2 : 1, min(6, spare))
    memberCount = all.members.count
    let chosen = model.selectedMember.flatMap { all.members.firstIndex(of: $0.index) }
    let shown = Self.shown(
      chosen, of: memberCount, rows: max(1, height - Self.headerRows - lagRows - 5))
    members = Array(all.members[shown])
  }

  private static func columns(
    _ picture: GroupPicture, _ places: ArraySlice<Int>, _ pitch: Int, _ left: Int
  ) -> [Column] {
    var columns: [Column] = []
    var x = left
    var topic: TopicName?
    for place in places {
      let next = picture.partitions[place].partition.topic
      if let topic, topic != next { x += 1 }
      columns.append(Column(place: place, x: x, isFirst: topic != next))
      topic = next
      x += pitch
    }
    return columns
  }

  /// All members, or those around the selected one.
  private static func shown(_ selected: Int?, of count: Int, rows: Int) -> Range<Int> {
    if count <= rows { return 0..<count }
    let start = max(0, min((selected ?? 0) - rows / 2, count - rows))
    return start..<(start + rows)
  }
}
