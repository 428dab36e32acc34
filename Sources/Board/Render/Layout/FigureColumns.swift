import Feed
import Screen

/// Where things stand in a row of the figure view.
struct FigureColumns: Hashable {
  let width: Int
  /// A member's name, and its room.
  let nameX = 5
  let nameWidth: Int
  let wordX: Int
  let wordWidth = 9
  /// A partition's label, from column 1.
  let labelWidth: Int
  /// Members with a column of their own; without the grid 0.
  let gridMembers: Int
  let badgeX: Int
  /// The lag's last column.
  let lagEnd: Int
  let barX: Int
  let barWidth: Int
  let historyX: Int
  let nowX: Int
  let dueX: Int
  let dueWidth: Int

  init(width: Int, memberCount: Int, longestName: Int, longestLabel: Int) {
    self.width = width
    let wide = max(0, width - 80)
    dueWidth = min(16, 11 + wide / 8)
    nowX = width - 2 - dueWidth
    dueX = nowX + 1
    nameWidth = min(14 + wide / 3, max(14, longestName))
    wordX = nameX + nameWidth + 2
    labelWidth = min(longestLabel, 12 + wide / 5)
    let gridLimit = 4 + wide * 6 / 40
    gridMembers = memberCount > 0 && memberCount <= gridLimit ? memberCount : 0
    let badgesX = gridMembers > 0 ? labelWidth + 2 : max(8, labelWidth + 3)
    badgeX = badgesX
    let badgeColumns = gridMembers > 0 ? 4 * gridMembers - 1 : 3
    let lagWidth = gridMembers == 4 && width < 90 ? 4 : 6
    lagEnd = badgesX + badgeColumns + lagWidth
    barX = lagEnd + 1
    let needed = max(wordX + wordWidth + 1, lagEnd + 1)
    historyX = min(max(31, needed, min(lagEnd + 12, 31 + wide / 3)), nowX)
    let room = historyX - 1 - barX
    barWidth = room >= 4 ? room : 0
  }

  var historyWidth: Int { nowX - historyX }

  /// The column of a letter in the grid, or of the lone badge's letter.
  func badgeCenter(_ slot: MemberSlot?) -> Int {
    guard gridMembers > 0, let slot else { return badgeX + 1 }
    return badgeX + 1 + 4 * slot.index
  }
}
