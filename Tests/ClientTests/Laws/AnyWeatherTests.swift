import KafkaModel
import Testing

@testable import Client

/// Whatever brokers answer and networks lose, some things always hold.
struct AnyWeatherTests {
  /// Who reads what, according to the notes alone.
  struct Witness {
    var cooperates = false
    var owned: [TopicPartition] = []
    var reading: [TopicPartition] = []

    mutating func see(_ note: MemberNote) {
      switch note {
      case .assigned(let partitions, _):
        if cooperates {
          #expect(owned.allSatisfy(partitions.contains), "cooperative: the rest was given up")
        } else {
          #expect(owned.isEmpty, "eager: everything was given up before")
        }
        owned = partitions
      case .revoked(let partitions) where cooperates:
        #expect(!partitions.isEmpty && partitions.allSatisfy(owned.contains))
        #expect(!partitions.contains(where: reading.contains), "reading stops before they go")
        owned.removeAll(where: partitions.contains)
      case .revoked(let partitions), .lost(let partitions):
        #expect(owned == partitions)
        #expect(reading.isEmpty, "reading stops before partitions go")
        owned = []
      case .readingStarted(let partition, _):
        #expect(owned.contains(partition) && !reading.contains(partition))
        reading.append(partition)
      case .readingStopped(let partition):
        #expect(reading.contains(partition))
        reading.removeAll { $0 == partition }
      case .processed(let partition, let run):
        #expect(owned.contains(partition) && run.count > 0 && run.nextOffset > run.firstOffset)
      default: break
      }
    }
  }

  static func step(_ bench: inout Bench, _ weather: inout Weather) throws {
    switch weather.generator.int(in: 0...19) {
    case 0: bench.give(.stopPolling)
    case 1, 2: bench.give(.resumePolling)
    case 3: bench.give(.processRate(perSecond: weather.generator.int(in: 0...2_000)))
    case 4: bench.advance(weather.generator.int(in: 0...400_000))
    case 5:
      let lists: [[TopicName]] = [["orders"], ["bills", "orders"], []]
      bench.give(.subscribe(lists[Int(weather.generator.int(in: 0...2))]))
    case 6...9: bench.advance(weather.generator.int(in: 0...1_000))
    default:
      if bench.open.isEmpty { return }
      let last = Int64(bench.open.count - 1)
      let request = bench.open.remove(at: Int(weather.generator.int(in: 0...last)))
      if weather.generator.chance(percent: 5) {
        bench.give(.failed(correlationId: request.correlationId))
      } else {
        let answer = try weather.answer(request.request)
        bench.give(.response(correlationId: request.correlationId, answer))
      }
    }
  }

  static func storm(seed: UInt64, cooperates: Bool = false) throws -> Bench {
    var bench = Bench(assignors: .tiny) {
      $0.autoOffsetReset = .earliest
      if cooperates { $0.assignors = ["tiny"] }
      if seed % 3 == 0 { $0.groupInstanceId = "i" }
    }
    var weather = Weather(seed: seed, errorPercent: 30)
    weather.protocolName = cooperates ? "tiny" : "range"
    var witness = Witness(cooperates: cooperates)
    bench.give(.start)
    for _ in 0..<300 {
      try step(&bench, &weather)
      for note in bench.takeNotes() { witness.see(note) }
      #expect(witness.owned == bench.member.owned)
    }
    return bench
  }

  @Test(arguments: [false, true])
  func notesTellTheTruthAndTheMemberRecovers(cooperates: Bool) throws {
    for seed in UInt64(0)..<150 {
      var bench = try Self.storm(seed: seed, cooperates: cooperates)
      #expect(bench.member.doing != .failed, "seed \(seed)")
      var calm = Weather(seed: seed, errorPercent: 0)
      calm.protocolName = cooperates ? "tiny" : "range"
      calm.generation = 1_000
      bench.give(.resumePolling)
      bench.give(.processRate(perSecond: 1_000_000))
      bench.give(.subscribe(["orders"]))
      for _ in 0..<200 {
        bench.advance(100)
        let requests = bench.open
        bench.open = []
        for request in requests {
          let answer = try calm.answer(request.request)
          bench.give(.response(correlationId: request.correlationId, answer))
        }
      }
      #expect([.reading, .fetchingOffsets].contains(bench.member.doing), "seed \(seed)")
      bench.give(.close)
      bench.advance(60_000)
      #expect(bench.member.doing == .closed && bench.wakeAtMs == nil, "seed \(seed)")
    }
  }

  @Test func theSameSeedGivesTheSameMember() throws {
    for seed in UInt64(0)..<5 {
      #expect(try Self.storm(seed: seed).member == Self.storm(seed: seed).member)
    }
  }
}
