import ArgumentParser

/// Seeds as an argument: `17` or `1-300`.
struct SeedRange: Hashable, Sendable {
  var seeds: ClosedRange<UInt64>

  init(seeds: ClosedRange<UInt64>) { self.seeds = seeds }

  init(parsing text: String) throws {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first.flatMap({ UInt64($0) }),
      let last = parts.last.flatMap({ UInt64($0) }), first <= last, last - first < 10_000_000
    else { throw ValidationError("it must be a seed, or two such as 1-300") }
    seeds = first...last
  }
}
