import Feed
import KafkaModel
import Narration
import Simulation

extension ComparedLesson {
  /// What a lesson, or a group of one's own, is compared by: static members with dynamic ones,
  /// all others under the four assignors.
  ///
  /// A scenario in which nothing happens gets a death.
  public init(of lesson: Lesson?, scenario: Scenario, seed: UInt64) {
    let event = Self.event(lesson, scenario)
    let isStatic = scenario.members.contains { $0.instanceId != nil }
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
    default: return (number, died(scenario.members.first?.name ?? ""), withADeath(scenario))
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
  private static func bare(_ scenario: Scenario) -> Scenario {
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
