import Feed
import KafkaModel
import Narration
import Screen
import Testing

@testable import Board

/// `/` keeps lines and names that contain a text; `z` keeps what is selected.
@Suite struct FilterTests {
  private func press(_ keys: [Key], _ model: inout BoardModel, _ view: FeedView) {
    for key in keys { _ = Board.update(&model, .key(key), view) }
  }

  private func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  private func rows(
    _ model: BoardModel, _ view: FeedView, width: Int = 80, height: Int = 24
  ) -> [String] {
    let frame = Board.render(model, view, width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  private func model(_ pane: Pane, _ language: Language = .english) -> BoardModel {
    var model = Models.model(language)
    model.pane = pane
    return model
  }

  @Test func `the log keeps lines with the text, and says how many of how many`() {
    let view = Scenes.verdict().view
    for language in Language.allCases {
      for (width, height) in [(80, 24), (120, 40)] {
        var model = model(.log, language)
        let all = LogLines.all(view).count
        press(typed("/SyncGROUP"), &model, view)
        let found = rows(model, view, width: width, height: height)
        let lines = found[2..<(height - 2)].filter { $0.contains("0:") }
        #expect(!lines.isEmpty && lines.allSatisfy { $0.contains("SyncGroup") })
        #expect(found[0].hasPrefix(language == .english ? " Log" : " 로그"))
        let note = language.pane.filtered(lines.count, of: all, by: "SyncGROUP")
        #expect(found[1] == " " + note)
        #expect(found[height - 1].hasPrefix(" /SyncGROUP"))
        press([.enter], &model, view)
        #expect(
          model.line == nil && rows(model, view, width: width, height: height)[1] == " " + note)
        press([.escape], &model, view)
        #expect(model.pane == .log && model.filter == "" && LogLines.shown(model, view).all == all)
      }
    }
  }

  @Test func `Esc while typing shows all again, and another pane forgets the text`() {
    let view = Scenes.verdict().view
    var model = model(.log)
    let before = rows(model, view)
    press(typed("/zzz"), &model, view)
    #expect(LogLines.shown(model, view).lines.isEmpty)
    press([.escape], &model, view)
    #expect(rows(model, view) == before)
    press(typed("/zzz") + [.enter, .character("4")], &model, view)
    #expect(model.filter == "")
  }

  @Test func `a scrolled log and a filter end at the same first line`() {
    let view = Scenes.large(members: 10, partitions: 20).view
    var model = model(.log)
    press(typed("/starts") + [.enter] + typed("[[[[[["), &model, view)
    #expect(rows(model, view)[2].contains("A's process starts"))
  }

  private static func traffic() -> FeedView {
    var view = Scenes.calm().view
    for (index, api) in [ApiKey.joinGroup, .syncGroup, .leaveGroup].enumerated() {
      let slot = MemberSlot(index)
      view.traffic += [
        TimedEvent(
          Int64(index) * 100,
          .message(slot, GroupMessage(api: api, way: .request, fields: [])))
      ]
    }
    return view
  }

  @Test func `messages are kept by what they are and whose they are`() {
    let view = Self.traffic()
    var model = model(.messages)
    press(typed("/leave"), &model, view)
    var found = rows(model, view)
    #expect(found[1] == " /leave  1 of 3")
    #expect(found.contains { $0.contains("LeaveGroup") } && !found.contains { $0.contains("Sync") })
    press([.control("u")] + typed("kafka02"), &model, view)
    found = rows(model, view)
    #expect(found.contains { $0.contains("SyncGroup") } && !found.contains { $0.contains("Leave") })
    #expect(MessageRows(model, view).current == 0)
  }

  @Test func `the table keeps its heads and the rows with the text`() {
    var stage = Scenes.calm()
    stage.commitAll(at: 19_400)
    var model = model(.describe)
    press(typed("/rdkafka-1"), &model, stage.view)
    let found = rows(model, stage.view, width: 160)
    #expect(found.contains { $0.contains("GROUP") && $0.contains("LAG") })
    #expect(found.contains { $0.contains("rdkafka-1") })
    #expect(!found.contains { $0.contains("rdkafka-2") })
    #expect(found[22].hasPrefix(" /rdkafka-1  2 of "))
  }

  @Test func `the grid keeps members and partitions by name, and the arrows move among them`() {
    let stage = Scenes.large()
    var model = model(.grid)
    press(typed("/clicks") + [.enter], &model, stage.view)
    var order = GridOrder(model, stage.picture)
    #expect(order.partitions.count == 100 && order.members.count == 40)
    #expect(rows(model, stage.view, width: 120, height: 40)[1] == " /clicks  140 of 540")
    for _ in 0..<100 { press([.right], &model, stage.view) }
    #expect(model.selectedPartition == 99)
    press([.right], &model, stage.view)
    #expect(model.selectedPartition == nil)
    press([.escape] + typed("/kafka07") + [.enter, .down], &model, stage.view)
    order = GridOrder(model, stage.picture)
    #expect(order.members == [6] && order.partitions.count == 500)
    #expect(model.selectedMember == MemberSlot(6))
    #expect(rows(model, stage.view).contains { $0.contains("39 more members own ") })
  }

  @Test func `where there is nothing to filter or to zoom the key says so`() {
    let view = Scenes.calm().view
    for pane in [Pane.picture, .settings] {
      var model = model(pane)
      press(typed("/"), &model, view)
      #expect(model.line == nil && model.notice == .nothingToFilter)
    }
    var model = model(.picture)
    press(typed("z"), &model, view)
    #expect(!model.isZoomed && model.notice == .nothingToZoom)
    model.pane = .log
    press(typed("z"), &model, view)
    #expect(model.notice == .zoomsPicture)
  }

  @Test func `a filter can be typed as a command`() {
    let view = Scenes.verdict().view
    var model = model(.log)
    press(typed(":filter generation 2") + [.enter], &model, view)
    #expect(model.filter == "generation 2" && model.line == nil && model.typed.count == 1)
    press(typed(":filter") + [.enter], &model, view)
    #expect(model.filter == "")
  }

  @Test func `z shows one member of forty with all its partitions, in full`() {
    let stage = Scenes.large()
    for language in Language.allCases {
      for (width, height) in [(80, 24), (120, 40)] {
        var model = model(.picture, language)
        press([.down, .down, .down, .down, .character("z")], &model, stage.view)
        let found = rows(model, stage.view, width: width, height: height)
        let places = stage.partitions.indices.filter { $0 % 40 == 3 }
        let shown = places.filter { place in
          let name = stage.partitions[place].description
          return found.contains { $0.contains(" \(name) ") && $0.contains("D") }
        }
        let hidden = stage.partitions.count - shown.count
        #expect(shown.count == places.count || (width == 80 && shown.count >= 5))
        #expect(found.contains { $0.contains("peter-kafka04") })
        #expect(!found.contains { $0.contains("peter-kafka05") })
        let notRead = places.count - shown.count
        for said in [
          language.figure.moreMembers(39, reading: 39),
          language.figure.morePartitions(hidden, notRead: notRead),
        ] {
          #expect(found.contains { $0.contains(said) }, "\(said)")
        }
        press([.character("z")], &model, stage.view)
        #expect(!model.isZoomed)
      }
    }
  }

  @Test func `z shows the selected partition's topic, and follows the selection`() {
    let stage = Scenes.large()
    var model = model(.picture)
    press(typed("]z"), &model, stage.view)
    for number in 0..<100 {
      let found = rows(model, stage.view, width: 120, height: 40)
      #expect(found.contains { $0.hasPrefix(" clicks-\(number) ") })
      press([.character("]")], &model, stage.view)
    }
    #expect(rows(model, stage.view).contains { $0.hasPrefix(" views-0 ") })
    press([.escape], &model, stage.view)
    #expect(!model.isZoomed && model.selectedPartition == 100)
  }
}
