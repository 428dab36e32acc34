import Board
import Feed
import KafkaModel
import Narration
import Screen
import Testing

@Suite struct KeyTests {
  private func press(
    _ keys: [Key], _ model: inout BoardModel, _ stage: Stage
  ) -> [BoardEffect] {
    keys.flatMap { Board.update(&model, .key($0), stage.view) }
  }

  @Test func everyActionHasOneRowAndEveryKeyOneAction() {
    #expect(KeyTable.entries.map(\.action).count == KeyAction.allCases.count)
    for action in KeyAction.allCases {
      #expect(KeyTable.entries.count { $0.action == action } == 1)
    }
    let keys = KeyTable.entries.flatMap(\.keys)
    for key in keys { #expect(keys.count { $0 == key } == 1) }
  }

  private func help(_ model: BoardModel) -> String {
    var model = model
    model.help = .keys
    let frame = Board.render(model, Scenes.calm().view, width: 80, height: 24)
    return (0..<24).map(frame.rowText).joined(separator: "\n")
  }

  @Test func `help of a served group leaves out what no key can do there`() {
    var model = Models.model()
    model.capabilities = Capabilities(
      kind: .serve, canTravel: false, canAct: true, canRegroup: true, setsClients: false,
      commandsCoordinator: true, seesCoordinator: true)
    let served = help(model)
    #expect(served.contains("hold the coordinator") && served.contains("k  kill"))
    for word in ["cut or heal", "play or pause", "cut off what comes", "under each"] {
      #expect(help(Models.model()).contains(word) && !served.contains(word), "\(word)")
    }
    #expect(!served.contains("other assignor"))
    model.capabilities.canAdd = false
    // No process of a member is ours: x is an administrator's.
    let foreign = help(model)
    #expect(!foreign.contains("k  kill") && foreign.contains("x  remove it, as an admin"))
    #expect(served.contains("x  close it") && !served.contains("an admin"))
  }

  @Test func helpShowsTheWholeTable() {
    for language in Language.allCases {
      var model = Models.model(language)
      // One source that could do all there is.
      model.capabilities.canRegroup = true
      model.capabilities.commandsCoordinator = true
      let text = help(model)
      for row in KeyTable.rows {
        #expect(text.contains("\(row.labels) "), "\(row.labels)")
        #expect(text.contains(row.words(language.keys)), "\(row.words(language.keys))")
      }
      #expect(KeyTable.rows.flatMap(\.entries).count == KeyTable.entries.count)
    }
  }

  @Test func footerNamesOnlyKeysThatWork() {
    var stage = Scenes.dead()
    var model = Models.model()
    func footer(_ stage: Stage) -> String {
      Board.render(model, stage.view, width: 160, height: 30).rowText(29)
    }
    #expect(footer(stage).contains("r restart") && footer(stage).contains("q quit"))
    #expect(!footer(Scenes.calm()).contains("r restart"))
    // It works for others: it stays, and answers where it does not.
    model.selectedMember = MemberSlot(0)
    #expect(footer(stage).contains("k kill"))
    for slot in 1...2 { stage.at(24_100, .process(MemberSlot(slot), .killed)) }
    for action in ["k kill", "x close", "s poll", "c network"] {
      #expect(!footer(stage).contains(action))
    }
  }

  @Test func aLoneKeyActsOnTheFirstItCan() {
    var model = Models.model()
    let effects = press([.character("k")], &model, Scenes.calm())
    #expect(effects == [.command(.kill(MemberSlot(0)))])
    #expect(model.selectedMember == nil)
    #expect(press([.character("r")], &model, Scenes.dead()) == [.command(.restart(MemberSlot(0)))])
    // So that one key after the other ends them all.
    #expect(press([.character("k")], &model, Scenes.dead()) == [.command(.kill(MemberSlot(1)))])
  }

  @Test func aKeyThatCannotWorkSaysWhy() {
    var model = Models.model()
    model.selectedMember = MemberSlot(0)
    #expect(press([.character("k")], &model, Scenes.dead()) == [])
    #expect(model.notice == .refused(.notRunning, MemberSlot(0)))
    let frame = Board.render(model, Scenes.dead().view, width: 80, height: 24)
    #expect(frame.rowText(23).contains("A: its process does not run; r restarts it"))
    model.capabilities = Capabilities(
      kind: .drive, canTravel: false, canAct: true, seesCoordinator: false)
    #expect(press([.right], &model, Scenes.dead()) == [])
    #expect(model.notice == .cannotTravel)
    model.capabilities.canAct = false
    #expect(press([.character("a")], &model, Scenes.dead()) == [])
    #expect(model.notice == .refused(.lookOnly))
  }

  @Test func togglesFollowThePicture() {
    var model = Models.model()
    var stage = Scenes.calm()
    #expect(press([.character("s")], &model, stage) == [.command(.stopPolling(MemberSlot(0)))])
    stage.at(19_600, .process(MemberSlot(0), .pollStopped))
    #expect(press([.character("s")], &model, stage) == [.command(.resumePolling(MemberSlot(0)))])
    #expect(press([.character("c")], &model, stage) == [.command(.cutNetwork(MemberSlot(0)))])
    stage.at(19_700, .process(MemberSlot(0), .networkCut))
    #expect(press([.character("c")], &model, stage) == [.command(.healNetwork(MemberSlot(0)))])
    #expect(
      press([.character("t")], &model, stage)
        == [.command(.processRate(MemberSlot(0), perSecond: 2))])
    stage.at(19_800, .process(MemberSlot(0), .processRate(perSecond: 2)))
    #expect(
      press([.character("t")], &model, stage)
        == [.command(.processRate(MemberSlot(0), perSecond: 30))])
  }

  @Test func steppingStopsTheClock() {
    var model = Models.model()
    #expect(press([.pageDown], &model, Scenes.calm()) == [.play(false), .travel(.nextStep)])
    #expect(press([.character("b")], &model, Scenes.calm()) == [.travel(.previousStep)])
    #expect(Board.nextChangeMs(model, Scenes.calm().view, width: 80) == nil)
    #expect(press([.character(" ")], &model, Scenes.calm()) == [.play(true)])
    _ = Board.update(&model, .travelled(.previousStep, false), Scenes.calm().view)
    #expect(model.notice == .atTheStart)
  }

  @Test func speedIsAPowerOfTwoBetweenItsEnds() {
    var model = Models.model()
    var texts: [String] = []
    for _ in 0..<9 {
      for case .speed(let speed) in press([.character("+")], &model, Scenes.calm()) {
        texts.append(speed.text)
      }
    }
    #expect(texts == ["2×", "4×", "8×", "16×", "32×", "64×"])
    #expect(model.notice == .speedEnds)
    for _ in 0..<9 { _ = press([.character("-")], &model, Scenes.calm()) }
    #expect(model.speed.text == "0.25×")
    #expect(model.speed.virtualMs(realMs: 1000) == 250)
    #expect(model.speed.realMs(virtualMs: 250) == 1000)
  }

  @Test func aRecordingAndARealGroupHaveNoOtherFuture() {
    for kind in [Capabilities.Kind.recording, .drive] {
      for key in ["f", "u"] {
        var model = Models.model()
        model.capabilities.kind = kind
        #expect(press([.character(Character(key))], &model, Scenes.calm()) == [])
        #expect(model.notice == .refused(.notInThisSource))
      }
    }
  }

  @Test func theHelpHasThePictureSignsOnItsSecondPage() {
    var model = Models.model()
    let parts = ["?", "?", "?", "?"].map { key -> HelpPart? in
      _ = press([.character(Character(key))], &model, Scenes.calm())
      return model.help
    }
    #expect(parts == [.keys, .signs, nil, .keys])
    for language in Language.allCases {
      model.language = language
      model.help = .signs
      let frame = Board.render(model, Scenes.calm().view, width: 80, height: 24)
      let all = (0..<24).map { frame.rowText($0) }.joined(separator: "\n")
      for sign in Sign.allCases {
        let meaning = language.signs.meaning(sign)
        #expect(all.contains(meaning) && DisplayWidth.of(meaning) <= 33, "\(meaning)")
      }
    }
  }

  @Test func beatsAndBothEndsAreAKeyAway() {
    var model = Models.model()
    _ = press([.end], &model, Scenes.calm())
    #expect(model.notice == .noEnd)
    _ = press([.character("}")], &model, Scenes.calm())
    #expect(model.notice == .noBeats)

    model.caption = LessonCaption(
      figure: "6-5", title: Localized(english: "Dead", korean: "장애"),
      beats: ["even", "dead"].map { Localized(english: $0, korean: $0) })
    model.steps = 13
    model.isPlaying = false
    #expect(press([.end], &model, Scenes.calm()) == [.travel(.step(13))])
    #expect(press([.character("}")], &model, Scenes.calm()) == [.beat(0)])
    #expect(press([.character("{")], &model, Scenes.calm()) == [.travel(.start)])
    var stage = Scenes.calm()
    stage.at(40_000, .beat(1))
    #expect(press([.character("{")], &model, stage) == [.beat(0)])
    #expect(press([.character("}")], &model, stage) == [] && model.notice == .atTheEnd)

    model.capabilities.kind = .recording
    #expect(press([.end], &model, stage).count == 1)
  }

  @Test func escapeGoesUpOneThingAtATime() {
    var model = Models.model()
    _ = press([.down, .character("2"), .character("?")], &model, Scenes.calm())
    #expect(model.isHelpShown)
    #expect(press([.escape], &model, Scenes.calm()) == [] && !model.isHelpShown)
    #expect(press([.escape], &model, Scenes.calm()) == [] && model.pane == .picture)
    #expect(press([.escape], &model, Scenes.calm()) == [] && model.selectedMember == nil)
    #expect(press([.escape], &model, Scenes.calm()) == [.up])
    model.hasHome = false
    #expect(press([.escape], &model, Scenes.calm()) == [] && model.notice == .noHome)
    #expect(press([.character("q")], &model, Scenes.calm()) == [.quit])
    #expect(press([.character("L")], &model, Scenes.calm()) == [.language(.korean)])
  }
}
