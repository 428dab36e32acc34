import Narration
import Screen
import Testing

@testable import Board

/// The list that a group to watch is chosen from.
@Suite struct GroupListTests {
  private func list(_ count: Int) -> GroupList {
    GroupList(
      language: .english, place: "localhost:9092",
      rows: (0..<count).map { .init(name: "group-\($0)", detail: "Stable") })
  }

  private func rows(_ list: GroupList, height: Int) -> [String] {
    let frame = list.render(width: 60, height: height)
    return (0..<height).map { frame.rowText($0) }
  }

  @Test func arrowsStayInside() {
    var list = list(3)
    #expect(list.press(.up) == nil && list.chosen == 0)
    #expect(list.press(.end) == nil && list.chosen == 2)
    #expect(list.press(.down) == nil && list.chosen == 2)
    #expect(list.press(.enter) == .group(2))
    #expect(list.press(.character("q")) == .quit)
    #expect(list.press(.character("L")) == nil && list.language == .korean)
    var empty = self.list(0)
    #expect(empty.press(.down) == nil && empty.press(.enter) == nil)
  }

  @Test func theChosenOneIsSeen() {
    var list = list(100)
    _ = list.press(.end)
    #expect(rows(list, height: 12).contains { $0.contains("group-99") })
    #expect(rows(self.list(100), height: 12).contains { $0.contains("group-0") })
    for height in 1...6 { _ = list.render(width: 3, height: height) }
  }
}
