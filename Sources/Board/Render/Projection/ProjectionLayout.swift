/// Where things stand in the projection.
struct ProjectionLayout: Hashable {
  let width: Int
  let height: Int
  /// Partitions that are shown.
  let rows: Int
  /// Of one partition's block.
  let blockHeight: Int
  private let gap: Int
  let labelX = 2
  let badgeX: Int
  let badgeWidth = 9
  let ribbonX: Int
  let ribbonWidth: Int
  let beatsY = 2
  let headingY = 3
  let storyRows: Int

  /// Digits and their point: `104.6` of pixels.
  static let digitsWidth = 14

  init(width: Int, height: Int, partitions: Int, longestLabel: Int) {
    self.width = width
    self.height = height
    storyRows = height >= 30 ? 4 : 3
    blockHeight = height >= 34 ? 5 : 4
    // Title, beats, heading above; chips, story and keys below.
    let room = height - 4 - storyRows - 2
    let fitting = max(1, room / blockHeight)
    let most = height >= 34 ? 5 : 4
    rows = min(partitions, min(most, fitting))
    let left = room - rows * blockHeight - (partitions > rows ? 1 : 0)
    gap = left >= rows - 1 ? 1 : 0
    let labelWidth = max(3, min(longestLabel, 12))
    badgeX = labelX + labelWidth + 1
    ribbonX = badgeX + badgeWidth + 2
    ribbonWidth = max(1, width - 2 - Self.digitsWidth - ribbonX)
  }

  func y(of row: Int) -> Int { headingY + 1 + row * (blockHeight + gap) }
  var moreY: Int { y(of: rows - 1) + blockHeight }
  var digitsX: Int { ribbonX + ribbonWidth + 1 }
  var chipsY: Int { keysY - storyRows - 1 }
  var keysY: Int { height - 1 }
}
