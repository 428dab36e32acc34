import KafkaModel
import Testing

@testable import Simulation

struct OffsetSetTests {
  @Test func `it says how many are new`() {
    var set = OffsetSet()
    #expect(set.insert(Offset(10), count: 5) == 5)
    #expect(set.insert(Offset(10), count: 5) == 0)
    #expect(set.insert(Offset(13), count: 4) == 2)
    #expect(set.insert(Offset(8), count: 2) == 2)
    #expect(set.insert(Offset(20), count: 1) == 1)
    #expect(set.insert(Offset(0), count: 30) == 20)
    #expect(set.insert(Offset(5), count: 0) == 0)
  }

  @Test func `it counts below an offset`() {
    var set = OffsetSet()
    _ = set.insert(Offset(10), count: 5)
    _ = set.insert(Offset(2), count: 3)
    #expect(set.count(below: Offset(2)) == 0)
    #expect(set.count(below: Offset(4)) == 2)
    #expect(set.count(below: Offset(12)) == 5)
    #expect(set.count(below: Offset(99)) == 8)
  }

  @Test func `any order of the same stretches gives the same set`() {
    for seed in UInt64(1)...50 {
      var chance = SeededGenerator(seed: seed)
      let stretches = (0..<12).map { _ in
        (first: Offset(chance.int(in: 0...60)), count: chance.int(in: 1...9))
      }
      var set = OffsetSet()
      var plain: [Bool] = Array(repeating: false, count: 80)
      for (first, count) in stretches {
        let places = Int(first.value)..<Int(first.value + count)
        let fresh = places.filter { !plain[$0] }.count
        for place in places { plain[place] = true }
        #expect(set.insert(first, count: count) == Int64(fresh), "seed \(seed)")
      }
      var other = OffsetSet()
      for (first, count) in stretches.reversed() { _ = other.insert(first, count: count) }
      #expect(set == other, "seed \(seed)")
      for limit in 0..<80 {
        let count = plain[..<limit].filter { $0 }.count
        #expect(set.count(below: Offset(Int64(limit))) == Int64(count), "seed \(seed)")
      }
    }
  }
}
