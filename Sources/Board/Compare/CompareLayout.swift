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
  let titlesY: Int
  let rowsY: Int
  let rowCount: Int
  let numbersY: Int
  /// Which of the numbers are shown, from the top.
  let numbers: [Int]
  /// Nil where there is no room for it, nor for the notes under the titles.
  let legendY: Int?
  let keysY: Int

  /// Kept, moved, needless, rounds, not read, of healthy.
  static let allNumbers = [0, 1, 2, 3, 4, 5]
  /// Duplicates and lost, where loops make something of what they read.
  static let tallyNumbers = [6, 7]
  /// Records not read, where transactions may hold readers back.
  static let readerNumbers = [8]
  /// What gives way last comes first.
  private static let byWeight = [4, 2, 1, 3, 0, 5]
  /// With less there is no room for one row between heading, numbers and legend.
  private static let wholeHeight = 17

  /// - Parameter more: numbers that these worlds have besides those of every comparison.
  init(
    width: Int, height: Int, worlds: Int, partitions: Int, topics: Int, longestLabel: Int,
    more: [Int] = []
  ) {
    labelWidth =
      width < 40 ? max(4, width / 4) : min(max(11, longestLabel + 1), max(11, width / 5))
    pitch = max(4, (width - 2 - labelWidth) / max(1, worlds))
    ribbonWidth = max(1, pitch - 3)
    keysY = height - 1
    let room: Int
    if height >= Self.wholeHeight {
      titlesY = 3
      rowsY = 5
      legendY = keysY - 2
      numbers = Self.allNumbers + more
      numbersY = keysY - 2 - numbers.count - 1
      room = numbersY - rowsY - 1
    } else {
      titlesY = 1
      rowsY = 2
      legendY = nil
      let body = max(0, keysY - rowsY)
      let count = min(6 + more.count, max(body - partitions, (body + 1) / 2))
      numbers = (more + Self.byWeight).prefix(count).sorted()
      numbersY = keysY - count
      room = numbersY - rowsY
    }
    isByTopic = partitions > room
    let wanted = isByTopic ? topics : partitions
    rowHeight = wanted * 3 <= room ? 3 : wanted * 2 <= room ? 2 : 1
    rowCount = min(wanted, max(0, room) / rowHeight)
  }

  func x(of world: Int) -> Int { 1 + labelWidth + world * pitch }
}
