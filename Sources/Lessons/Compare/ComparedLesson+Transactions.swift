import Feed
import KafkaModel
import Narration
import Simulation

/// Where transactions are what is compared.
extension ComparedLesson {
  static let delivery = Localized(
    english: "A consumer dies while it writes", korean: "쓰는 중에 컨슈머 하나가 장애")

  /// Loops with and without transactions; readers of both isolation levels where a producer has
  /// transactions. Nil for a scenario without either.
  static func transactional(_ scenario: Scenario) -> [Column]? {
    if scenario.transform != nil { return deliveries(scenario) }
    return scenario.producers.isEmpty ? nil : isolations(scenario)
  }

  private static func deliveries(_ scenario: Scenario) -> [Column] {
    let ways = [
      (false, Localized(english: "at least once", korean: "최소 한 번")),
      (true, Localized(english: "exactly once", korean: "정확히 한 번")),
    ]
    return ways.map { isTransactional, title in
      var scenario = bare(scenario)
      if scenario.script.isEmpty {
        scenario.script = [ScriptEntry(afterStartMs: 6000, .kill(MemberSlot(0)))]
      }
      scenario.transform?.isTransactional = isTransactional
      scenario.consumer.isolationLevel = .readCommitted
      return Column(
        title: title,
        note: isTransactional
          ? Localized(english: "offset in transaction", korean: "오프셋도 트랜잭션에")
          : Localized(english: "offset after the write", korean: "쓴 뒤 오프셋 커밋"),
        scenario: scenario)
    }
  }

  private static func isolations(_ scenario: Scenario) -> [Column] {
    [IsolationLevel.readUncommitted, .readCommitted].map { level in
      var scenario = bare(scenario)
      if scenario.script.isEmpty {
        scenario.script = [
          ScriptEntry(afterStartMs: 3000, .producer(ProducerSlot(0), .send(records: 6))),
          ScriptEntry(afterStartMs: 15_000, .producer(ProducerSlot(0), .commit)),
        ]
      }
      scenario.consumer.isolationLevel = level
      return Column(
        title: Localized(english: level.name, korean: level.name),
        note: Localized(english: "isolation.level", korean: "isolation.level"),
        scenario: scenario)
    }
  }
}
