import Board
import Feed
import KafkaModel
import Narration
import Screen
import TestSupport
import Testing

@Suite struct SizeTests {
  @Test func noSizeAndNoPictureTraps() {
    withEverySeed(60) { seed in
      var generator = SeededGenerator(seed: seed)
      let stage = RandomStage.make(&generator)
      for _ in 0..<8 {
        let width = Int(generator.int(in: 1...200))
        let height = Int(generator.int(in: 1...70))
        check(stage, width, height, &generator)
      }
    }
  }

  @Test func extremeSizes() {
    var generator = SeededGenerator(seed: 7)
    for stage in [Stage(topics: []), Scenes.dead(), Scenes.large()] {
      for (width, height) in [(0, 0), (1, 1), (1, 200), (500, 1), (39, 30), (500, 200)] {
        check(stage, width, height, &generator)
      }
    }
  }

  private func check(
    _ stage: Stage, _ width: Int, _ height: Int, _ generator: inout SeededGenerator
  ) {
    var model = Models.model(generator.chance(percent: 50) ? .korean : .english)
    model.hasOneRow = generator.chance(percent: 30)
    model.pane = Pane.allCases[Int(generator.int(in: 0...Int64(Pane.allCases.count - 1)))]
    let page = Int(generator.int(in: 0...20))
    model.help = page < HelpPart.allCases.count ? HelpPart.allCases[page] : nil
    model.selectedPartition = generator.chance(percent: 30) ? 2 : nil
    model.selectedMember = generator.chance(percent: 30) ? MemberSlot(1) : nil
    model.logScroll = Int(generator.int(in: 0...9))
    model.columnScroll = Int(generator.int(in: 0...9))
    model.messageBack = Int(generator.int(in: -9...9))
    model.isMessageOpen = generator.chance(percent: 30)
    model.fieldScroll = Int(generator.int(in: 0...9))
    // What is typed and what is explained lie over any pane.
    model.isZoomed = generator.chance(percent: 30)
    for key: Key in [.character("G"), .down, .character(":"), .tab, .character("x"), .enter]
    where generator.chance(percent: 30) {
      _ = Board.update(&model, .key(key), stage.view)
    }
    model.filter = generator.chance(percent: 30) ? "a" : ""
    let frame = Board.render(model, stage.view, width: width, height: height)
    #expect(frame.width == width && frame.height == height)
    for y in 0..<height { #expect(DisplayWidth.of(frame.rowText(y)) <= width) }
    if let next = Board.nextChangeMs(model, stage.view, width: width) {
      #expect(next > stage.picture.timeMs)
    }
  }

  @Test func theHomeScreenFitsAnySize() {
    for language in Language.allCases {
      var model = HomeModel(language: language, entries: [])
      for width in [0, 1, 20, 40, 59, 80, 200] {
        for height in [0, 1, 2, 5, 24, 60] {
          for prompt in [nil, "localhost:9092"] {
            model.prompt = prompt
            let frame = Home.render(model, width: width, height: height)
            #expect(frame.width == width && frame.height == height)
          }
        }
      }
    }
  }
}
