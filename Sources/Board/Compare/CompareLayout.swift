/// Where things stand in a comparison.
struct CompareLayout: Hashable {
  let labelWidth: Int
  /// Columns from one world to the next.
  let pitch: Int
  /// The ribbon's, with a column for the verdict's mark beside it and a gap.
  let ribbonWidth: Int
  /// What a row stands for: a partition, or a topic where there are too many.
  let isByTopic: Bool
  let rowHeight: Int
  let rowsY = 5
  let rowCount: Int
  let numbersY: Int
  let legendY: Int
  let keysY: Int

  /// Kept, moved, needless, rounds, not read, of healthy.
  static let numbers = 6

  init(width: Int, height: Int, worlds: Int, partitions: Int, topics: Int, longestLabel: Int) {
    labelWidth = min(max(11, longestLabel + 1), max(11, width / 5))
    pitch = max(4, (width - 2 - labelWidth) / max(1, worlds))
    ribbonWidth = max(1, pitch - 3)
    keysY = height - 1
    legendY = keysY - 2
    numbersY = max(rowsY + 1, legendY - Self.numbers - 1)
    let room = max(1, numbersY - rowsY - 1)
    isByTopic = partitions > room
    let wanted = isByTopic ? topics : partitions
    rowHeight = wanted * 3 <= room ? 3 : wanted * 2 <= room ? 2 : 1
    rowCount = min(wanted, room / rowHeight)
  }

  func x(of world: Int) -> Int { 1 + labelWidth + world * pitch }
}
