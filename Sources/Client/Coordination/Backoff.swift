import KafkaModel

/// Pauses between attempts: doubled each time, up to a most, 20 % more or less by chance
/// (`ExponentialBackoff`, KIP-580).
struct Backoff: Hashable, Sendable {
  private var attempts: Int64 = 0

  /// The next pause in milliseconds.
  mutating func nextMs<Settings: BackoffSettings>(
    _ config: Settings, _ generator: inout SeededGenerator
  ) -> Int64 {
    let most = max(config.retryBackoffMs, config.retryBackoffMaxMs)
    let full = min(most, config.retryBackoffMs << min(attempts, 20))
    attempts += 1
    return max(1, min(most, full * generator.int(in: 80...120) / 100))
  }

  mutating func reset() { attempts = 0 }
}

/// `retry.backoff.ms` and `retry.backoff.max.ms`, which consumers and producers both have.
protocol BackoffSettings {
  var retryBackoffMs: Int64 { get }
  var retryBackoffMaxMs: Int64 { get }
}
