import Feed
import KafkaModel
import Narration
import Screen
import Testing

@testable import Board

/// What is typed after `:`.
@Suite struct LineTests {
  private static func press(_ text: String, _ model: inout BoardModel, _ stage: Stage)
    -> [BoardEffect]
  {
    text.flatMap { character -> [BoardEffect] in
      let key: Key =
        switch character {
        case "\n": .enter
        case "\t": .tab
        case "\u{8}": .backspace
        case "^": .control("u")
        case "↑": .up
        case "↓": .down
        case "␛": .escape
        default: .character(character)
        }
      return Board.update(&model, .key(key), stage.view)
    }
  }

  private func effects(_ text: String, _ stage: Stage = Scenes.calm()) -> [BoardEffect] {
    var model = Self.model()
    return Self.press(":" + text + "\n", &model, stage)
  }

  private static func model(_ language: Language = .english) -> BoardModel {
    var model = Models.model(language)
    model.capabilities.canRegroup = true
    model.caption?.beats = [
      Localized(english: "even", korean: "균등"), Localized(english: "dead", korean: "장애"),
    ]
    model.steps = 13
    model.isPlaying = false
    return model
  }

  private func rows(_ model: BoardModel, _ stage: Stage, width: Int = 80, height: Int = 24)
    -> [String]
  {
    let frame = Board.render(model, stage.view, width: width, height: height)
    return (0..<height).map(frame.rowText)
  }

  @Test func `every command that a source knows can be typed`() {
    let (b, dead) = (MemberSlot(1), Scenes.dead())
    let topic: TopicName = "peter-test06"
    #expect(effects("kill B") == [.command(.kill(b))])
    #expect(effects("close peter-kafka02") == [.command(.close(b))])
    #expect(effects("restart A", dead) == [.command(.restart(MemberSlot(0)))])
    #expect(effects("add") == [.command(.add)])
    #expect(effects("poll B") == [.command(.stopPolling(b))])
    #expect(effects("network B") == [.command(.cutNetwork(b))])
    #expect(effects("rate B 7") == [.command(.processRate(b, perSecond: 7))])
    #expect(effects("rate B") == [.command(.processRate(b, perSecond: 2))])
    #expect(effects("partitions peter-test06") == [.command(.addPartitions(topic))])
    #expect(effects("partitions") == [.command(.addPartitions(topic))])
    #expect(effects("assignor sticky") == [.command(.changeAssignor(["sticky"]))])
    #expect(effects("static") == [.command(.changeMembership(isStatic: true))])
    #expect(effects("dynamic") == [.command(.changeMembership(isStatic: false))])
    #expect(effects("subscribe B peter-test06") == [.command(.subscribe(b, [topic]))])
    #expect(effects("unsubscribe B") == [.command(.subscribe(b, []))])
    #expect(effects("coordinator") == [.command(.moveCoordinator)])
    var stage = Scenes.calm()
    stage.at(19_600, .process(b, .pollStopped), .process(b, .networkCut))
    #expect(effects("poll B", stage) == [.command(.resumePolling(b))])
    #expect(effects("network B", stage) == [.command(.healNetwork(b))])
  }

  @Test func `a producer without a consumer obeys, where there is one`() {
    let stage = TransactionScenes.open()
    let p = ProducerSlot(0)
    #expect(effects("tx send 5", stage) == [.command(.producer(p, .send(records: 5)))])
    #expect(effects("tx send", stage) == [.command(.producer(p, .send(records: 1)))])
    #expect(effects("tx commit", stage) == [.command(.producer(p, .commit))])
    #expect(effects("tx abort", stage) == [.command(.producer(p, .abort))])
    #expect(effects("tx kill", stage) == [.command(.producer(p, .kill))])
    #expect(effects("tx restart", stage) == [])
    let dead = TransactionScenes.open(isDead: true)
    #expect(effects("tx restart", dead) == [.command(.producer(p, .restart))])
    #expect(effects("tx commit", dead) == [])
    for stage in [Scenes.calm(), TransactionScenes.loops()] {
      var model = Self.model()
      _ = Self.press(":\t", &model, stage)
      #expect(model.line?.candidates.contains { $0.text == "tx" } == false)
      #expect(Self.press("tx commit\n", &model, stage) == [] && model.notice == .noProducer)
    }
    var model = Self.model()
    _ = Self.press(":\t", &model, stage)
    #expect(model.line?.candidates.contains { $0.text == "tx" } == true)
    _ = Self.press("tx commit 5\n", &model, stage)
    #expect(model.line?.fault == .tooMuch("5", after: "tx commit"))
    _ = Self.press("^tx send 0\n", &model, stage)
    #expect(rows(model, stage)[22] == " 0: a number from 1 to 10000")
    _ = Self.press("^tx dance\n", &model, stage)
    #expect(
      rows(model, stage)[22]
        == " dance: no such act of a producer; there is send, commit, abort, kill, restart")
  }

  @Test func `every way to travel can be typed`() {
    #expect(effects("next") == [.travel(.nextStep)])
    #expect(effects("back") == [.travel(.previousStep)])
    #expect(effects("start") == [.travel(.start)])
    #expect(effects("step 5") == [.travel(.step(5))])
    #expect(effects("seek 0:24.0") == [.travel(.time(24_000))])
    #expect(effects("seek 24.25") == [.travel(.time(24_250))])
    #expect(effects("beat dead") == [.beat(1)] && effects("beat 장애") == [.beat(1)])
    #expect(effects("beat 1") == [.beat(0)])
    #expect(effects("speed 4").count == 1 && effects("play") == [.play(true)])
    #expect(effects("pause") == [] && effects("fork") == [.fork])
    #expect(effects("undo") == [.undo])
  }

  @Test func `the clock runs on while one types, and steps stop it`() {
    var model = Self.model()
    model.isPlaying = true
    #expect(Self.press(":step 5", &model, Scenes.calm()) == [] && model.isPlaying)
    #expect(Self.press("\n", &model, Scenes.calm()) == [.play(false), .travel(.step(5))])
    #expect(Self.press(":seek 1:00\n", &model, Scenes.calm()) == [.travel(.time(60_000))])
  }

  @Test func `views are shown by their names`() {
    for pane in Pane.allCases where pane != .picture {
      for line in ["pane \(pane.name)", pane.name] {
        var model = Self.model()
        #expect(Self.press(":\(line)\n", &model, Scenes.calm()) == [] && model.pane == pane)
        _ = Self.press(":pane \(pane.name)\n", &model, Scenes.calm())
        #expect(model.pane == pane, "it stays where it is")
      }
    }
    #expect(effects("language ko") == [.language(.korean)])
    #expect(effects("save") == [.save] && effects("quit") == [.quit])
    #expect(effects("home") == [.up] && effects("compare") == [.compare])
    var model = Self.model()
    _ = Self.press(":select peter-test06-2\n:select C\n", &model, Scenes.calm())
    #expect(model.selectedPartition == 2 && model.selectedMember == MemberSlot(2))
  }

  @Test func `Tab completes as far as all agree, and shows what there is`() {
    var model = Self.model()
    let stage = Scenes.calm()
    _ = Self.press(":re\t", &model, stage)
    #expect(model.line?.text == "re")
    #expect(rows(model, stage)[22] == " restart  records")
    _ = Self.press("s\t", &model, stage)
    #expect(model.line?.text == "restart ")
    _ = Self.press("p\t", &model, stage)
    #expect(model.line?.text == "restart peter-kafka0")
    #expect(rows(model, stage)[22].hasPrefix(" peter-kafka01 A  peter-kafka02 B"))
    _ = Self.press("^assignor co\t", &model, stage)
    #expect(model.line?.text == "assignor cooperative-sticky")
    _ = Self.press("^kill \t", &model, stage)
    #expect(rows(model, stage)[22].hasPrefix(" A peter-kafka01  B peter-kafka02"))
    #expect(rows(model, stage)[23].hasPrefix(" :kill"))
  }

  @Test func `a recording offers what can be done with it, and explains the rest`() {
    var model = Self.model()
    model.capabilities = Capabilities(
      kind: .recording, canTravel: true, canAct: false, seesCoordinator: true)
    _ = Self.press(":\t", &model, Scenes.calm())
    let offered = model.line?.candidates.map(\.text) ?? []
    for word in ["kill", "add", "assignor", "partitions", "fork", "undo", "compare", "save"] {
      #expect(!offered.contains(word), "\(word)")
    }
    for word in ["next", "seek", "speed", "inside", "filter", "home"] {
      #expect(offered.contains(word), "\(word)")
    }
    #expect(Self.press("kill B\n", &model, Scenes.calm()) == [])
    #expect(model.notice == .refused(.lookOnly))
  }

  @Test func `a live group offers no other time, and its figure no home`() {
    var model = Self.model()
    model.capabilities = Capabilities(
      kind: .drive, canTravel: false, canAct: true, seesCoordinator: false)
    model.hasHome = false
    _ = Self.press(":\t", &model, Scenes.calm())
    let offered = model.line?.candidates.map(\.text) ?? []
    for word in ["pause", "seek", "step", "beat", "static", "subscribe", "fork", "home"] {
      #expect(!offered.contains(word), "\(word)")
    }
    for word in ["kill", "add", "save", "pane"] { #expect(offered.contains(word), "\(word)") }
  }

  @Test func `all commands are offered on a screen of any size`() {
    for size in [(80, 24), (120, 40)] {
      var model = Self.model()
      let stage = TransactionScenes.open()
      _ = Self.press(":\t", &model, stage)
      let text = rows(model, stage, width: size.0, height: size.1).joined(separator: " ")
      let words = text.split(separator: " ").map(String.init)
      // Only a broker of ours can hold its answers.
      for word in CommandWord.allCases where word != .hold {
        #expect(words.contains(word.rawValue))
      }
    }
  }

  @Test func `a fault names what and what there is, and the line stays to be mended`() {
    let faults = [
      ("kil B", "kil: no such command; there is kill, close, "),
      ("kill X", "X: no such member; there is A peter-kafka01, B peter-kafka02, "),
      ("assignor", "assignor: which assignor? there is range, "),
      ("assignor foo", "foo: no such assignor; there is range, roundrobin, sticky, coop"),
      ("partitions t", "t: no such topic; there is peter-test06"),
      ("speed 3", "3: no such speed; there is 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64"),
      ("step 14", "14: no such step; there is 0-13"),
      ("beat end", "end: no such beat; there is 1 even, 2 dead"),
      ("seek soon", "soon: no such time; there is 0:24.0, 24.5, "),
      ("seek 99:00:00", "99:00:00: no such time"),
      ("rate B 0", "0: a number from 1 to 1000000"),
      ("add 3", "add takes nothing more: 3 is too much"),
    ]
    for (line, said) in faults {
      var model = Self.model()
      #expect(Self.press(":\(line)\n", &model, Scenes.calm()) == [])
      #expect(model.line?.text == line)
      #expect(rows(model, Scenes.calm())[22].contains(said.prefix(70)), "\(line)")
      _ = Self.press("\u{8}", &model, Scenes.calm())
      #expect(model.line?.fault == nil && model.typed == [])
    }
  }

  @Test func `a refused command says why as its key does`() {
    var model = Self.model()
    #expect(Self.press(":kill A\n", &model, Scenes.dead()) == [])
    #expect(model.notice == .refused(.notRunning, MemberSlot(0)) && model.line == nil)
    model.capabilities = Capabilities(
      kind: .drive, canTravel: false, canAct: true, seesCoordinator: false)
    for (line, notice) in [
      ("seek 0:10", Notice.cannotTravel), ("pause", .alwaysLive), ("speed 2", .alwaysLive),
      ("static", .refused(.notInThisSource)), ("coordinator", .refused(.notInThisSource)),
      ("unsubscribe B", .refused(.notInThisSource)),
    ] {
      #expect(Self.press(":\(line)\n", &model, Scenes.calm()) == [])
      #expect(model.notice == notice, "\(line)")
    }
  }

  @Test func `earlier lines come back, and the one begun is not lost`() {
    var model = Self.model()
    _ = Self.press(":describe\n:picture\n:picture\n:ad", &model, Scenes.calm())
    #expect(model.typed == ["describe", "picture"])
    for (key, text) in [
      ("↑", "picture"), ("↑", "describe"), ("↑", "describe"), ("↓", "picture"), ("↓", "ad"),
      ("↓", "ad"),
    ] {
      _ = Self.press(key, &model, Scenes.calm())
      #expect(model.line?.text == text)
    }
  }

  @Test func `a line is bounded, wide signs and all, and its end is seen`() {
    var model = Self.model(.korean)
    _ = Self.press(":" + String(repeating: "가", count: 500), &model, Scenes.calm())
    #expect(model.line?.text.utf8.count == 255)
    for width in [1, 2, 10, 39, 80] {
      let frame = Board.render(model, Scenes.calm().view, width: width, height: 24)
      #expect(DisplayWidth.of(frame.rowText(23)) <= width)
    }
    #expect(rows(model, Scenes.calm())[23].hasSuffix("가"))
    _ = Self.press("^", &model, Scenes.calm())
    #expect(model.line?.text == "" && Self.press("\u{8}", &model, Scenes.calm()) == [])
    #expect(model.line == nil)
    #expect(Self.press(":kill␛k", &model, Scenes.calm()) == [.command(.kill(MemberSlot(0)))])
  }

  @Test func `members with Korean names are named too`() {
    var stage = Stage()
    let identity = MemberIdentity(name: "주문-01", clientId: "주문-01")
    stage.at(0, .memberSeen(MemberSlot(0), identity), .process(MemberSlot(0), .started))
    var model = Self.model(.korean)
    #expect(Self.press(":kill 주\t\n", &model, stage) == [.command(.kill(MemberSlot(0)))])
    _ = Self.press(":kill 없음\n", &model, stage)
    #expect(rows(model, stage)[22] == " 없음: 그런 멤버가 없다. 있는 것: A 주문-01")
  }

  @Test func `a comparison has no command line`() {
    var model = CompareModel(
      figure: "", title: Localized(english: "", korean: ""), columns: [], board: Self.model())
    _ = Compare.update(&model, .character(":"), Scenes.calm().view)
    #expect(model.board.line == nil && model.board.notice == .notInComparison)
  }
}
