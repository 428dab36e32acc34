import Board
import Feed
import KafkaModel
import Narration
import Screen
import Testing

@Suite struct FigureTests {
  static let stages: [(String, Stage)] = [
    ("calm", Scenes.calm()), ("dead", Scenes.dead()), ("preparing", Scenes.preparing()),
    ("completing", Scenes.completing()), ("verdict", Scenes.verdict()),
    ("needless", Scenes.needless()),
  ]

  private func rows(_ frame: Frame) -> [String] { (0..<frame.height).map(frame.rowText) }

  /// The row of a partition at 80 × 24: its label stands in the first columns.
  private func row(of place: Int, _ frame: Frame) -> Int? {
    rows(frame).firstIndex { $0.hasPrefix("  \(place)  ") }
  }

  @Test func labelsStandAtTheFootInTheirOrder() throws {
    for (name, stage) in Self.stages {
      for language in Language.allCases {
        let frame = Board.render(Models.model(language), stage.view, width: 80, height: 24)
        let book = language.figure
        let found = rows(frame)
        let places = [book.why, book.cost, book.next].map { label in
          found.firstIndex { $0.hasPrefix(" \(label)  ") }
        }
        let known = try #require(places.compactMap { $0 }.count == 3 ? places : nil, "\(name)")
        #expect(known.compactMap { $0 } == known.compactMap { $0 }.sorted(), "\(name)")
      }
    }
  }

  /// What stands at the foot, without the labels, as one line of words.
  private func foot(_ frame: Frame) -> String {
    (17..<23).map { y in
      frame.row(y).dropFirst(8).filter { !$0.isContinuation }.map(\.glyph.text).joined()
    }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  private func expectWholeSentences(_ stage: Stage, _ name: String) {
    for language in Language.allCases {
      let frame = Board.render(Models.model(language), stage.view, width: 80, height: 24)
      let found = foot(frame)
      let text = Narrator.story(stage.picture, stage.timeline, Stage.simulation)
        .text(in: language)
      for phrase in [text.why, text.cost, text.next] {
        let words = phrase.text.split(separator: " ").joined(separator: " ")
        #expect(found.contains(words), "\(name): \(words)")
      }
    }
  }

  @Test func everySentenceIsWholeAt80Columns() {
    for (name, stage) in Self.stages { expectWholeSentences(stage, name) }
    for state in GroupState.allCases {
      for change: ProcessChange in [
        .started, .killed, .closing, .ended, .pollStopped, .networkCut,
      ] {
        for removal in [nil, RemovalReason.sessionTimedOut, .left] {
          var stage = Scenes.calm()
          stage.at(20_000, .process(MemberSlot(0), change))
          stage.at(20_000, .deadline(.poll(MemberSlot(0)), dueMs: 315_200))
          if let removal {
            stage.at(29_200, .memberRemoved(MemberSlot(0), Stage.id(0), removal))
          }
          stage.at(29_300, .groupState(state, Generation(2), .memberLeft(Stage.id(0))))
          stage.at(29_300, .deadline(.join, dueMs: 329_200))
          stage.advance(to: 30_000)
          expectWholeSentences(stage, "\(state) \(change) \(String(describing: removal))")
        }
      }
    }
  }

  @Test func ownersStandInTheirColumns() throws {
    for (name, stage) in Self.stages {
      let frame = Board.render(Models.model(), stage.view, width: 80, height: 24)
      for (place, partition) in stage.picture.partitions.enumerated() {
        let y = try #require(row(of: place, frame), "\(name)")
        for member in stage.picture.members {
          let cell = frame[6 + 4 * member.slot.index, y]
          let expected = partition.shownOwner == member.slot ? member.slot.letter : "·"
          #expect(cell.glyph.text == expected, "\(name), partition \(place)")
        }
      }
    }
  }

  @Test func secondsNotReadAreThePicturesOwn() throws {
    for (name, stage) in Self.stages {
      let frame = Board.render(Models.model(), stage.view, width: 80, height: 24)
      for place in stage.picture.partitions.indices {
        guard let ms = stage.picture.notReadMs(place) else { continue }
        let y = try #require(row(of: place, frame), "\(name)")
        #expect(frame.rowText(y).hasSuffix(" \(TimeText.tenths(ms: ms)) s"), "\(name)")
        #expect(frame[78, y].role == .notRead)
      }
    }
  }

  @Test func verdictsStandRightOfNow() throws {
    let stage = Scenes.verdict()
    let frame = Board.render(Models.model(), stage.view, width: 80, height: 24)
    let words = [0, 1, 2].compactMap { row(of: $0, frame) }
      .map { frame.rowText($0).split(separator: "╎").last.map(String.init) ?? "" }
    #expect(words.map { $0.split(separator: " ").first } == ["moved", "kept", "kept"])
    #expect(words[0].hasSuffix("12.1"))
    #expect(rows(frame).contains { $0.contains("12.1 s ░") })
  }

  @Test func nothingRunsOverTheLineOfThePresent() throws {
    for (name, stage) in Self.stages {
      for language in Language.allCases {
        let frame = Board.render(Models.model(language), stage.view, width: 80, height: 24)
        for place in stage.picture.partitions.indices {
          let y = try #require(row(of: place, frame), "\(name)")
          #expect(frame[67, y].glyph == "╎", "\(name)")
        }
      }
    }
    let needless = Board.render(Models.model(), Scenes.needless().view, width: 80, height: 24)
    #expect(rows(needless).contains { $0.hasSuffix("moved! 9.0") })
    let wide = Board.render(Models.model(), Scenes.needless().view, width: 120, height: 30)
    #expect(rows(wide).contains { $0.contains("needless") })
  }

  @Test func whoHasSentJoinGroupIsNotWaitedFor() {
    let frame = Board.render(Models.model(), Scenes.preparing().view, width: 80, height: 24)
    #expect(frame.rowText(5).hasPrefix(" 1 of 2 joined, waits for C"))
    var stage = Scenes.calm()
    stage.see(1, at: 20_000)
    stage.at(20_000, .memberAdded(MemberSlot(3), Stage.id(3)), .doing(MemberSlot(3), .joining))
    stage.at(20_000, .groupState(.preparingRebalance, Generation(1), .newMember(Stage.id(3))))
    let joining = Board.render(Models.model(), stage.view, width: 80, height: 24)
    // Sent is not arrived, and the coordinator is in sight here.
    #expect(joining.rowText(5).hasPrefix(" 0 of 4 joined, waits for A, B, C and D"))
    stage.at(20_010, .joined(MemberSlot(3)))
    let joined = Board.render(Models.model(), stage.view, width: 80, height: 24)
    #expect(joined.rowText(5).hasPrefix(" 1 of 4 joined, waits for A, B and C"))
    var unseen = Models.model()
    unseen.capabilities = Capabilities(
      kind: .drive, canTravel: false, canAct: true, seesCoordinator: false)
    stage.at(20_020, .doing(MemberSlot(0), .joining))
    let live = Board.render(unseen, stage.view, width: 80, height: 24)
    #expect(live.rowText(5).hasPrefix(" 2 of 4 joined, waits for B and C"))
  }

  @Test func theFootnoteStandsWholeOrNotAtAll() {
    var model = Models.model()
    let note = "session.timeout.ms is 10 s here; the default is 45 s."
    model.caption?.footnote = Localized(english: note, korean: note)
    let calm = Board.render(model, Scenes.calm().view, width: 80, height: 24)
    #expect(calm.rowText(22) == " * " + note)
    let full = Board.render(model, Scenes.preparing().view, width: 80, height: 24)
    #expect(!rows(full).contains { $0.contains("default") })
  }

  /// Past trouble may be seen on the score; what is true now has no alarm in it.
  @Test func aHealthyGroupIsCalm() {
    for language in Language.allCases {
      let frame = Board.render(
        Models.model(language), Scenes.calm().view, width: 80, height: 24)
      for y in 0..<24 {
        for x in 0..<80 where !(31...67).contains(x) {
          let role = frame[x, y].role
          #expect(role != .notRead && role != .due && role != .warning && role != .strong)
        }
      }
    }
  }

  @Test func timeNotReadWinsItsColumnHoweverShort() throws {
    var stage = Scenes.calm()
    let partition = stage.partitions[1]
    stage.at(19_600, .readingStopped(MemberSlot(1), partition))
    stage.at(19_610, .readingStarted(MemberSlot(1), partition, Offset(97)))
    stage.advance(to: 21_000)
    let frame = Board.render(Models.model(), stage.view, width: 80, height: 24)
    let y = try #require(row(of: 1, frame))
    #expect((31..<67).contains { frame[$0, y].role == .hole })
  }

  @Test func stepMarksWhatItChanged() throws {
    var after = Scenes.calm()
    let before = after.picture
    after.at(19_600, .process(MemberSlot(0), .killed))
    var view = after.view
    view.previous = before
    let frame = Board.render(Models.model(), view, width: 80, height: 24)
    let y = try #require(row(of: 0, frame))
    #expect(frame[6, y].role == .changed)
    let other = try #require(row(of: 1, frame))
    #expect(frame[10, other].role == .ownerBadge(Hue(owner: 1)))
    view.previous = nil
    let plain = Board.render(Models.model(), view, width: 80, height: 24)
    #expect(!(0..<80).contains { plain[$0, y].role == .changed })
  }

  @Test func rowsKeepTheirWidthInBothLanguagesAndGlyphSets() {
    for (name, stage) in Self.stages {
      for language in Language.allCases {
        for set in GlyphSet.allCases {
          let model = Models.model(language, oneRow: !set.hasHalfRows)
          let frame = Board.render(model, stage.view, width: 80, height: 24).translated(to: set)
          for y in 0..<24 { #expect(DisplayWidth.of(frame.rowText(y)) <= 80, "\(name)") }
        }
      }
    }
  }

  @Test func aPartitionOfAMemberNotShownIsNotNobodys() throws {
    var stage = Scenes.calm()
    stage.at(20_000, .groupState(.preparingRebalance, Generation(1), .newMember("x")))
    for index in 0..<3 { stage.join(index, at: 20_100) }
    stage.at(20_200, .groupState(.completingRebalance, Generation(2), nil))
    let nobody = Board.render(Models.model(), stage.view, width: 80, height: 24)
    let y = try #require(row(of: 0, nobody))
    #expect(nobody.rowText(y).hasPrefix("  0   ·   ·   ·"))
    let other = PlannedShare(slot: nil, memberId: "x", partitions: stage.partitions)
    stage.at(20_300, .plan(Generation(2), [other]))
    stage.at(20_300, .groupState(.stable, Generation(2), nil))
    let others = Board.render(Models.model(), stage.view, width: 80, height: 24)
    let found = try #require(row(of: 0, others))
    #expect(others.rowText(found).hasPrefix("  0   ?   ?   ?"))
  }

  @Test func nothingCommittedIsADashWhereTheCoordinatorIsSeen() throws {
    var stage = Stage()
    stage.see(1)
    for partition in stage.partitions { stage.at(0, .committed(partition, Offset(-1))) }
    var model = Models.model()
    for isSeen in [true, false] {
      model.capabilities.seesCoordinator = isSeen
      let frame = Board.render(model, stage.view, width: 80, height: 24)
      #expect(frame.rowText(try #require(row(of: 0, frame))).contains(" - "))
    }
  }

  /// Under `not read s` no row has a unit, whatever it shows.
  @Test func theColumnHasOneUnit() throws {
    var stage = Scenes.verdict()
    stage.at(36_100, .readingStopped(MemberSlot(2), stage.partitions[2]))
    stage.advance(to: 37_100)
    let frame = Board.render(Models.model(), stage.view, width: 80, height: 24)
    #expect(rows(frame).contains { $0.hasSuffix("not read s") })
    let y = try #require(row(of: 2, frame))
    #expect(frame.rowText(y).hasSuffix(" 1.0"))
  }

  @Test func largeGroupsAreCountedInWords() {
    let stage = Scenes.large()
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
      let frame = Board.render(Models.model(), stage.view, width: width, height: height)
      let text = rows(frame).joined(separator: "\n")
      #expect(text.contains("13 of 500 not read"))
      #expect(text.contains("more members"))
      #expect(text.contains("D  peter-kafka04   dead"))
    }
    let small = Board.render(Models.model(), stage.view, width: 80, height: 24)
    #expect(rows(small).contains { $0.contains("more partitions") })
  }
}
