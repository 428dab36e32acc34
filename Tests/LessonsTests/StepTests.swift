import Feed
import Lessons
import Narration
import Simulation
import Testing

/// A step is something that a stranger sees.
@Suite struct StepTests {
  @Test func `each step of a lesson says something else, and no sum shrinks`() {
    for lesson in Lessons.catalogue {
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      var before = story(source)
      var sum: Int64 = 0
      // A lesson that begins with nobody has a rebalance before the one that it is about.
      var began = source.picture.rebalance?.startedMs
      var shown = rows(source)
      for step in 1...max(1, source.scriptSteps ?? 1) where source.travel(.nextStep) {
        let after = story(source)
        for language in Language.allCases {
          // What a beat is about may be a message, or records: that is said by its own words.
          let beats = [source.step - 1, source.step].map { source.steps[$0].beat }
          if beats[0] != beats[1] { continue }
          let (old, new) = (before.text(in: language), after.text(in: language))
          // Where many things run at once the rows tell what the words do not.
          #expect(
            old.why != new.why || old.next != new.next
              || Self.isBusy(lesson) && shown != rows(source),
            "\(lesson.number), step \(step): \(new.why.text) | \(new.next.text)")
        }
        if source.picture.rebalance?.startedMs != began {
          began = source.picture.rebalance?.startedMs
          sum = 0
        }
        for remark in after.cost {
          guard let ms = Self.sumSoFar(remark) else { continue }
          #expect(ms >= sum, "\(lesson.number), step \(step)")
          sum = ms
        }
        for case .verdict(_, _, _, _, let ms, _) in after.cost {
          #expect(ms >= sum, "\(lesson.number), step \(step)")
          let isLast = step == source.scriptSteps || lesson.scenario.opening == .nobody
          #expect(isLast || Self.isBusy(lesson), "\(lesson.number), step \(step)")
        }
        before = after
        shown = rows(source)
      }
    }
  }

  private static func isBusy(_ lesson: Lesson) -> Bool {
    lesson.section == .surprises || lesson.section == .transactions
  }

  private static func sumSoFar(_ remark: CostRemark) -> Int64? {
    switch remark {
    case .soFar(let ms), .inRebalance(let ms): ms
    default: nil
    }
  }

  /// What the rows show: words, lanes' marks, and who reads or owns what.
  private func rows(_ source: SimulationSource) -> [String] {
    let picture = source.picture
    let marks = source.timeline.marks.map { $0.count { $0.atMs <= picture.timeMs } }
    return picture.members.map { "\($0.word) \($0.processRate ?? 0)" }
      + picture.partitions.map { "\($0.status) \(String(describing: $0.shownOwner))" }
      + ["\(marks.reduce(0, +))"] + rows(picture.transactions)
  }

  /// Transactions have rows of their own, and what has come of the input.
  private func rows(_ transactions: TransactionsPicture) -> [String] {
    transactions.transactions.map {
      "\($0.state) \($0.producer.epoch) \(String(describing: $0.marker))"
    }
      + ["\(transactions.open)", "\(String(describing: transactions.tally))"]
  }

  private func story(_ source: SimulationSource) -> Story {
    Narrator.story(source.picture, source.timeline, source.capabilities)
  }

  /// Three members, four partitions, one more joins: what D gets has moved, what was pushed on
  /// from one to the other is needless.
  @Test func `a newcomer's partitions have moved`() throws {
    var options = SandboxOptions()
    options.topics = [ScenarioTopic("t", 4)]
    options.consumer.sessionTimeoutMs = 10_000
    var source = SimulationSource(scenario: Sandbox.scenario(options), seed: 1)
    #expect(source.perform(.add) == .done)
    source.play(toMs: source.nowMs + 8000)
    let account = try #require(Narrator.verdict(source.picture))
    #expect(account.count(.moved) == 1 && account.count(.needless) == 2)
  }

  /// A member's own processing is slower than max.poll.interval.ms allows.
  @Test func `an empty group that is still read says so`() {
    var options = SandboxOptions()
    options.members = 1
    options.topics = [ScenarioTopic("t", 2)]
    options.processRate = 4
    options.produceRate = 10
    options.consumer.maxPollIntervalMs = 12_000
    options.consumer.sessionTimeoutMs = 10_000
    var source = SimulationSource(scenario: Sandbox.scenario(options), seed: 1)
    var found = 0
    for _ in 0..<90 {
      source.play(toMs: source.nowMs + 1000)
      guard source.picture.state == .empty,
        source.picture.partitions.contains(where: \.status.isRead)
      else { continue }
      found += 1
      #expect(
        story(source).why == [.readsOutside(MemberSlot(0), isGroupEmpty: true)])
    }
    #expect(found > 0)
  }
}
