import KafkaModel
import Screen

/// An assignment for people: a row a member, a column a topic, and what stayed where it was.
struct AssignGrid {
  var step: AssignStep
  var result: [MemberAssignment]

  /// In as many columns as an ordinary terminal has, if the names leave room: a cell with many
  /// numbers goes on below.
  var lines: [String] {
    var rows = [["member"] + step.topics.map(\.name.text) + ["count"]]
    for (member, given) in zip(step.members, result) {
      let cells = step.topics.map { topic -> String in
        if !member.topics.contains(topic.name) { return "-" }
        let numbers = given.partitions.filter { $0.topic == topic.name }.map(\.partition)
        return numbers.isEmpty ? "." : Self.ranges(numbers)
      }
      rows.append([member.memberId.text] + cells + [String(given.partitions.count)])
    }
    let widths = Self.widths(rows)
    return rows.flatMap { Self.wrapped($0, widths) } + (changes.map { [$0] } ?? [])
  }

  private static let columns = 80
  /// A topic's column is never narrower for the sake of the others.
  private static let narrowest = 12

  private static func widths(_ rows: [[String]]) -> [Int] {
    var widths = rows[0].indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let topics = 1..<widths.count - 1
    let heads = topics.map { max(narrowest, DisplayWidth.of(rows[0][$0])) }
    var excess = widths.reduce(2 * (widths.count - 1), +) - columns
    // The widest gives first.
    while excess > 0 {
      let widest = topics.filter { widths[$0] > heads[$0 - 1] }.max { widths[$0] < widths[$1] }
      guard let widest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func wrapped(_ row: [String], _ widths: [Int]) -> [String] {
    let last = row.count - 1
    let cells = row.indices.map { column in
      column == 0 || column == last
        ? [row[column]] : TextWrap.lines(row[column], width: widths[column])
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let texts = row.indices.map { column in
        ColumnText.left(
          line < cells[column].count ? cells[column][line] : "", width: widths[column])
      }
      let text = texts.joined(separator: "  ")
      let end = text.lastIndex { $0 != " " }
      return end.map { String(text[...$0]) } ?? ""
    }
  }

  /// nil if nobody had anything.
  private var changes: String? {
    let before = step.members.flatMap(\.owned)
    if before.isEmpty { return nil }
    var kept = 0
    var moved = 0
    var withheld = 0
    let given = result.flatMap(\.partitions)
    for (member, now) in zip(step.members, result) {
      for partition in member.owned {
        if now.partitions.contains(partition) {
          kept += 1
        } else if given.contains(partition) {
          moved += 1
        } else {
          withheld += 1
        }
      }
    }
    let new = given.filter { !before.contains($0) }.count
    let text = "kept \(kept), moved \(moved), new \(new)"
    return withheld == 0 ? text : text + ", nobody's for now \(withheld)"
  }

  /// `0-2 5` of 0, 1, 2, 5.
  static func ranges(_ numbers: [Int32]) -> String {
    var text = ""
    var index = 0
    while index < numbers.count {
      var last = index
      while last + 1 < numbers.count, numbers[last + 1] == numbers[last] + 1 { last += 1 }
      if !text.isEmpty { text += " " }
      text += "\(numbers[index])"
      if last > index { text += "-\(numbers[last])" }
      index = last + 1
    }
    return text
  }
}
