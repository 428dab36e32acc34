import Board
import Narration
import Screen
import Testing

@Suite struct HomeTests {
  private func model() -> HomeModel {
    HomeModel(
      language: .english,
      entries: ["6-4", "6-5"].map {
        HomeEntry(
          figure: $0, title: Localized(english: "title \($0)", korean: "제목 \($0)"),
          shows: Localized(english: "shows", korean: "보임"))
      })
  }

  private func press(_ keys: [Key], _ model: inout HomeModel) -> [HomeChoice] {
    keys.compactMap { Home.update(&model, $0) }
  }

  @Test func arrowsAndEnterChoose() {
    var home = model()
    #expect(press([.down, .enter], &home) == [.lesson(1)])
    #expect(press([.down, .enter], &home) == [.sandbox])
    #expect(press([.up, .up, .up, .enter], &home) == [.lesson(0)])
    #expect(press([.character("L")], &home) == [.language(.korean)])
    #expect(press([.escape], &home) == [.quit])
  }

  @Test func serveIsOpenedAtOnce() {
    var home = model()
    #expect(press([.character("v")], &home) == [.serve])
    #expect(press([.end, .up, .enter], &home) == [.serve])
  }

  @Test func driveAsksForAnAddress() {
    var home = model()
    #expect(press([.character("d"), .enter], &home) == [])
    #expect(home.isAddressBad)
    let typed = "kafka:9092".map { Key.character($0) }
    #expect(press(typed + [.enter], &home) == [.drive("kafka:9092")])
    #expect(press([.character("d")] + "a:99999".map { .character($0) } + [.enter], &home) == [])
    #expect(press([.escape], &home) == [] && home.prompt == nil)
  }

  @Test func theChosenRowIsReversed() {
    var home = model()
    home.selection = 1
    let frame = Home.render(home, width: 80, height: 24)
    #expect(frame.rowText(3).contains("6-5       title 6-5"))
    #expect(frame[22, 3].role == .selection && frame[22, 2].role == .strong)
  }

  /// More entries than rows: the list scrolls, and says what it is a list of.
  @Test(arguments: Language.allCases)
  func aLongListScrolls(language: Language) {
    let texts = Localized(english: "title", korean: "제목")
    var home = HomeModel(
      language: language,
      entries: (0..<22).map { number in
        HomeEntry(
          figure: number < 12 ? "6-\(number)" : "rolling-number-\(number)",
          section: number < 12 ? .figures : .surprises, title: texts, shows: texts)
      })
    let book = language.home
    for selection in 0..<home.entries.count + 3 {
      home.selection = selection
      let frame = Home.render(home, width: 80, height: 24)
      let rows = (0..<24).map(frame.rowText)
      let own = ["s", "v", "d"]
      let mark = selection < 22 ? home.entries[selection].figure : own[selection - 22]
      #expect(rows.contains { $0.contains(" \(mark) ") }, "\(selection)")
      let isIn = [book.figures, book.surprises, book.yourOwn].contains {
        rows[2].hasPrefix(" \($0) ")
      }
      #expect(isIn)
      #expect(rows[23].contains("Enter"))
      for row in rows { #expect(DisplayWidth.of(row) <= 80) }
    }
  }
}
