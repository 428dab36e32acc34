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
    #expect(frame.rowText(3).contains("6-5          title 6-5"))
    #expect(frame[24, 3].role == .selection && frame[24, 2].role == .strong)
  }
}
