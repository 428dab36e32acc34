import Feed
import KafkaModel

/// Fetches that wait for `fetch.min.bytes` or `fetch.max.wait.ms` (the broker's purgatory).
struct FetchWaits: Sendable {
  struct Wait: Sendable {
    var request: FetchRequest
    var address: Address
  }

  private var waits = Index<Int64, Wait>()
  private var next: Int64 = 0

  mutating func park(_ request: FetchRequest, from address: Address) -> Int64 {
    next += 1
    waits[next] = Wait(request: request, address: address)
    return next
  }

  mutating func take(_ id: Int64) -> Wait? {
    defer { waits[id] = nil }
    return waits[id]
  }
}
