import Narration
import Screen
import Simulation
import Testing

@testable import Lessons

struct CatalogueTests {
  @Test func `lessons are found by their numbers`() {
    let figures = ["6-4", "6-5", "6-6", "6-7", "6-7-late"] + (8...14).map { "6-\($0)" }
    let basics = ["registration", "offsets", "practice", "practice-2"]
    let surprises = [
      "kill-close", "idle", "two-topics", "shuffle", "duplicate", "slow-poller", "three-clocks",
      "rolling-dynamic", "rolling-static", "bounces",
    ]
    let transactions = [
      "transactions", "held-back", "at-least-once", "exactly-once", "zombie",
      "txn-timeout", "read-committed",
    ]
    #expect(Lessons.catalogue.map(\.number) == figures + basics + transactions + surprises)
    #expect(Lessons.figures.map(\.number) == figures)
    for lesson in Lessons.catalogue {
      #expect((lesson.section == .surprises) == surprises.contains(lesson.number))
      #expect((lesson.section == .transactions) == transactions.contains(lesson.number))
      #expect((lesson.section == .basics) == basics.contains(lesson.number))
    }
    #expect(Lessons.find("6-5")?.caption.title.english == "A consumer dies")
    #expect(Lessons.find("6-99") == nil)
  }

  @Test func `a beat has a name, a caption and its turn`() throws {
    let lesson = try #require(Lessons.find("6-5"))
    #expect(lesson.scenario.beats.map(\.name) == ["even", "dead", "moved"])
    #expect(lesson.caption.beats.count == lesson.scenario.beats.count)
    #expect(lesson.beat(named: "dead") == 1)
    #expect(lesson.beatName(2) == "moved")
    #expect(lesson.beatName(nil) == nil)
    #expect(lesson.beatName(7) == nil)
  }

  @Test func `what a lesson shows fits the home screen and the detail row`() {
    for lesson in Lessons.catalogue {
      for language in Language.allCases {
        #expect(DisplayWidth.of(lesson.caption.title[language]) <= 28, "\(lesson.number)")
        #expect(DisplayWidth.of(lesson.number) <= 15)
        #expect(DisplayWidth.of(lesson.shows[language]) <= 29, "\(lesson.number)")
        if let footnote = lesson.caption.footnote {
          #expect(DisplayWidth.of(footnote[language]) <= 76, "\(lesson.number)")
        }
      }
    }
  }
}

struct SandboxTests {
  @Test func `bounds are named before anything is made`() {
    func complaint(_ change: (inout SandboxOptions) -> Void) -> String? {
      var options = SandboxOptions()
      change(&options)
      return options.complaint
    }
    #expect(complaint { _ in } == nil)
    #expect(complaint { $0.members = 0 }?.hasPrefix("--members 0:") == true)
    #expect(complaint { $0.members = 1_000_000 }?.hasPrefix("--members 1000000:") == true)
    #expect(complaint { $0.topics = [] } != nil)
    #expect(complaint { $0.topics = [ScenarioTopic("t", 0)] } != nil)
    #expect(complaint { $0.topics = [ScenarioTopic("t", 1001)] } != nil)
    #expect(complaint { $0.topics = [ScenarioTopic("t", 1), ScenarioTopic("t", 1)] } != nil)
    #expect(complaint { $0.produceRate = -1 } != nil)
    #expect(complaint { $0.processRate = 0 } != nil)
    #expect(complaint { $0.latencyMs = 0...60_001 } != nil)
  }

  @Test func `a sandbox at its bounds plays`() {
    var options = SandboxOptions()
    options.members = SandboxOptions.memberLimit
    options.topics = [ScenarioTopic("t", Int32(SandboxOptions.partitionLimit))]
    options.produceRate = 1
    let source = SimulationSource(scenario: Sandbox.scenario(options), seed: 1)
    #expect(source.picture.state == .stable)
    #expect(source.picture.partitions.allSatisfy { $0.status == .read })
  }
}
