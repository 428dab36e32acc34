/// Which row of the figure view holds what, and what has to condense.
struct FigureRows: Hashable {
  /// How the partitions are drawn.
  enum Partitions: Hashable {
    /// Each has a ribbon of so many rows.
    case ribbons(rows: Int)
    /// One column a partition, a strip a topic.
    case strips
  }

  let partitions: Partitions
  let axisY: Int
  var phaseY: Int { axisY + 1 }
  var detailY: Int { axisY + 2 }
  var membersY: Int { axisY + 3 }
  /// Rows of members, the line that counts the rest included.
  let memberRows: Int
  let headerY: Int
  var partitionsY: Int { headerY + 1 }
  let partitionRows: Int
  /// Transactional ids and what has come of the input.
  let bandY: Int
  let bandRows: Int
  let storyY: Int
  let storyRows: Int
  let keysY: Int

  /// Title, facts, axis, phase, detail, header, keys.
  private static let fixed = 7

  /// - Parameters:
  ///   - hasRibbons: never strips: what does not fit is scrolled.
  ///   - band: the least and the most rows of transactions.
  ///   - story: rows it needs; nil leaves it what it may have.
  init(
    height: Int, members: Int, partitions count: Int, hasOneRow: Bool, hasRibbons: Bool = false,
    band: ClosedRange<Int> = 0...0, story: Int? = nil
  ) {
    let most = height >= 30 ? 6 : 5
    storyRows = story.map { min(most, max(4, $0)) } ?? most
    let all = max(2, height - Self.fixed - storyRows)
    bandRows = max(band.lowerBound, min(band.upperBound, all - members - count))
    // A blank row below them, before ribbons of two rows.
    let room = max(2, all - bandRows)
    let blank = bandRows > 0 && members + count < room ? 1 : 0
    let (kind, memberRoom) = Self.condensed(
      room - blank, members, count, hasOneRow, hasRibbons)
    partitions = kind
    memberRows = memberRoom
    let wanted: Int =
      switch kind {
      case .ribbons(let rows): rows * count
      case .strips: room - memberRoom
      }
    partitionRows = max(0, min(wanted, room - memberRoom))
    let slack = max(0, room - memberRoom - partitionRows)
    axisY = 2 + (slack > blank ? 1 : 0)
    headerY = axisY + 3 + memberRoom + (slack > blank + 1 ? 1 : 0)
    keysY = height - 1
    let end = headerY + 1 + partitionRows
    let isOpen = kind != .strips
    let last = keysY - storyRows
    // The row above the story is blank first, then the one above the band.
    bandY = min(last - bandRows, isOpen ? end + (last - bandRows - end > 1 ? 1 : 0) : height)
    storyY = min(last, isOpen ? max(bandY + bandRows + 1, bandRows == 0 ? end + 2 : 0, 16) : height)
  }

  /// Three rows a partition (one of them blank), two, then one, then fewer members, then strips.
  private static func condensed(
    _ room: Int, _ members: Int, _ count: Int, _ hasOneRow: Bool, _ hasRibbons: Bool
  ) -> (Partitions, Int) {
    if !hasOneRow, members + 3 * count + 8 <= room { return (.ribbons(rows: 3), members) }
    if !hasOneRow, members + 2 * count <= room { return (.ribbons(rows: 2), members) }
    if members + count <= room { return (.ribbons(rows: 1), members) }
    let few = min(members, 6)
    if few + count <= room { return (.ribbons(rows: 1), room - count) }
    if hasRibbons { return (.ribbons(rows: 1), max(few, room - count)) }
    return (.strips, min(members, max(few, room / 2)))
  }
}
