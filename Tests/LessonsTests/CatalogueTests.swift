import Feed
import KafkaModel
import Simulation
import Testing

@testable import Lessons

struct CatalogueTests {
  @Test func `lessons are found by their numbers`() {
    #expect(Lessons.catalogue.map(\.number) == ["6-4", "6-5"])
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
      #expect(lesson.shows.english.count <= 30)
      #expect(lesson.shows.korean.count * 2 <= 40)
      #expect((lesson.caption.footnote?.english.count ?? 0) <= 65)
    }
  }
}

/// What figures 6-4 and 6-5 of the book show, by the rules and with more than one seed.
struct FigureTests {
  private static func owners(_ source: SimulationSource) -> [String?] {
    source.picture.partitions.map { partition in
      partition.shownOwner.map { source.picture[$0].identity.name }
    }
  }

  private static func end(_ number: String, seed: UInt64) throws -> SimulationSource {
    let lesson = try #require(Lessons.find(number))
    var source = SimulationSource(scenario: lesson.scenario, seed: seed)
    while !source.isOver, let next = source.nextEventMs { source.play(toMs: next) }
    return source
  }

  @Test func `figure 6-4: one partition each, all read, generation 1`() throws {
    for seed in UInt64(1)...5 {
      let source = try Self.end("6-4", seed: seed)
      #expect(Self.owners(source) == ["peter-kafka01", "peter-kafka02", "peter-kafka03"])
      #expect(source.picture.generation == Generation(1))
      #expect(source.picture.partitions.allSatisfy { $0.status == .read })
      #expect(source.picture.leader == MemberSlot(1))
    }
  }

  @Test func `figure 6-5: partition 0 goes to peter-kafka02, ten seconds late`() throws {
    for seed in UInt64(1)...5 {
      let source = try Self.end("6-5", seed: seed)
      #expect(Self.owners(source) == ["peter-kafka02", "peter-kafka02", "peter-kafka03"])
      #expect(source.picture.generation == Generation(2))
      let account = try #require(source.picture.rebalance)
      #expect(account.count(.kept) == 2)
      #expect(account.count(.moved) == 1)
      #expect(account.count(.needless) == 0)
      #expect(source.picture.accountNotReadMs(0) >= 7000)
      #expect(source.picture.beat == 2)
    }
  }

  @Test func `figure 6-5: until the session ends nobody knows`() throws {
    let lesson = try #require(Lessons.find("6-5"))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    while source.picture.beat != 1, let next = source.nextEventMs { source.play(toMs: next) }
    source.play(toMs: source.nowMs + 5000)
    #expect(source.picture.state == .stable)
    #expect(source.picture.partitions.map(\.status) == [.ghost, .read, .read])
    #expect(source.picture.notReadMs(0) == 5000)
  }

  @Test func `killing the first member of 6-4 by hand gives the owners of 6-5`() throws {
    let lesson = try #require(Lessons.find("6-4"))
    var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
    source.play(toMs: source.nowMs + 4000)
    #expect(source.perform(.kill(MemberSlot(0))) == .done)
    source.play(toMs: source.nowMs + 20_000)
    #expect(Self.owners(source) == ["peter-kafka02", "peter-kafka02", "peter-kafka03"])
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
