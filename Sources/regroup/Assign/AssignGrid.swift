import KafkaModel

/// An assignment for people: a row a member, a column a topic, and what stayed where it was.
struct AssignGrid {
  var step: AssignStep
  var result: [MemberAssignment]

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
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      let line = cells.joined(separator: "  ")
      return String(
        line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.endIndex)])
    }
    if let changes { lines.append(changes) }
    return lines
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
