import Feed
import KafkaModel
import Narration
import Simulation

extension ComparedLesson {
  /// What a lesson, or a group of one's own, is compared by: static members with dynamic ones,
  /// two ways to end, loops with and without transactions, readers of both isolation levels, all
  /// others under the four assignors.
  ///
  /// A scenario in which nothing happens gets a death.
  public init(of lesson: Lesson?, scenario: Scenario, seed: UInt64) {
    if lesson?.number == Lessons.killAgainstClose.number {
      self.init(
        figure: "", title: Localized(english: "Killed or closed", korean: "죽음과 종료"),
        columns: Self.endings(scenario), seed: seed)
      return
    }
    if let columns = Self.transactional(scenario) {
      self.init(
        figure: "", title: lesson?.caption.title ?? Self.delivery, columns: columns, seed: seed)
      return
    }
    let event = Self.event(lesson, scenario)
    let isStatic = event.scenario.members.contains { $0.instanceId != nil }
    self.init(
      figure: event.figure, title: event.title,
      columns: isStatic ? Self.memberships(event.scenario) : Self.strategies(event.scenario),
      seed: seed)
  }

  private typealias Event = (figure: String, title: Localized, scenario: Scenario)

  private static func event(_ lesson: Lesson?, _ scenario: Scenario) -> Event {
    let number = lesson?.number ?? ""
    switch number {
    case "6-10", "6-11", "6-12":
      return ("6-10 - 6-12", died("consumer2"), Lessons.stickyAfterAFailure.scenario)
    case "6-6", "6-7":
      let title = Localized(english: "A consumer is back in time", korean: "컨슈머 하나가 제때 복귀")
      return ("6-6, 6-7", title, Lessons.aStaticMemberStops.scenario)
    case "6-14":
      return (number, Localized(english: "A consumer joins", korean: "컨슈머 하나가 합류"), scenario)
    case "shuffle": return ("", restarts, scenario)
    case "slow-poller": return ("", Lessons.slowPoller.caption.title, scenario)
    case "rolling-dynamic", "rolling-static":
      return ("", Lessons.rollingDynamic.caption.title, Lessons.rollingStatic.scenario)
    case "duplicate": return ("", restarts, Lessons.aStaticMemberStops.scenario)
    // They tell of one member, or of a few records: what is compared is the death of figure 6-5,
    // or the return of 6-7.
    case "registration", "practice":
      return ("6-5", died("peter-kafka01"), Lessons.aConsumerDies.scenario)
    case "offsets", "practice-2": return ("6-7", restarts, Lessons.aStaticMemberStops.scenario)
    // Scripts of their own would change what is compared.
    case "two-topics", "three-clocks", "bounces":
      var scenario = scenario
      scenario.script = []
      return ("", died(scenario.members[0].name), withADeath(scenario))
    case "idle": return ("", died(scenario.members[2].name), scenario)
    default: return (number, died(scenario.members.first?.name ?? ""), withADeath(scenario))
    }
  }

  private static let restarts = Localized(
    english: "A consumer restarts", korean: "컨슈머 하나가 재시작")

  /// The same member ends in two ways.
  private static func endings(_ scenario: Scenario) -> [Column] {
    let ways: [(Localized, Command)] = [
      (Localized(english: "killed", korean: "강제 종료"), .kill(MemberSlot(0))),
      (Localized(english: "closed", korean: "종료"), .close(MemberSlot(0))),
    ]
    return ways.map { title, command in
      var scenario = scenario
      scenario.script = [ScriptEntry(afterStartMs: 9000, command)]
      return Column(title: title, note: protocolNote(scenario), scenario: bare(scenario))
    }
  }

  private static func died(_ name: String) -> Localized {
    Localized(english: "\(name) dies", korean: "\(name) 장애")
  }

  private static func withADeath(_ scenario: Scenario) -> Scenario {
    guard scenario.script.isEmpty else { return scenario }
    var scenario = scenario
    scenario.script = [ScriptEntry(afterStartMs: 6000, .kill(MemberSlot(0)))]
    return scenario
  }

  private static func strategies(_ scenario: Scenario) -> [Column] {
    Assignors.all.map { assignor in
      var scenario = scenario
      scenario.consumer.assignors = [assignor.name]
      return Column(
        title: strategyTitle(assignor.name), note: protocolNote(scenario),
        scenario: bare(scenario))
    }
  }

  private static func memberships(_ scenario: Scenario) -> [Column] {
    let titles = [
      Localized(english: "dynamic members", korean: "동적 멤버"),
      Localized(english: "static members", korean: "스태틱 멤버"),
    ]
    return titles.enumerated().map { number, title in
      var scenario = scenario
      if number == 0 {
        for index in scenario.members.indices { scenario.members[index].instanceId = nil }
      }
      return Column(title: title, note: protocolNote(scenario), scenario: bare(scenario))
    }
  }

  /// Beats belong to the figure; the comparison looks on until the event is over.
  static func bare(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    scenario.beats = []
    return scenario
  }

  private static func strategyTitle(_ name: String) -> Localized {
    Localized(
      english: Language.english.figure.shortStrategy(name),
      korean: Language.korean.figure.shortStrategy(name))
  }

  private static func protocolNote(_ scenario: Scenario) -> Localized {
    scenario.isCooperative
      ? Localized(english: "cooperative", korean: "COOPERATIVE")
      : Localized(english: "eager", korean: "EAGER")
  }
}
