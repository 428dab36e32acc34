/// Runs `body` once for each of `count` seeds, so that a failure can name the seed that shows it.
public func withEverySeed(_ count: UInt64, _ body: (UInt64) throws -> Void) rethrows {
  for seed in 1...max(count, 1) { try body(seed) }
}
