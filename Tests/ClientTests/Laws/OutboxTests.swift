import KafkaModel
import Testing

@testable import Client

struct OutboxTests {
  @Test func whatIsHeldBackWaitsInOrder() {
    var outbox = Outbox()
    let beat = Request.heartbeat(
      HeartbeatRequest(groupId: "g", generationId: Generation(1), memberId: "m"))
    let find = Request.findCoordinator(FindCoordinatorRequest(coordinatorKeys: ["g"]))
    let numbers = [beat, find, beat].map { outbox.post($0, to: .any, lane: .metadata) }
    #expect(numbers == [0, 1, 2])
    #expect(outbox.take { $0.request.apiKey != .heartbeat }.map(\.correlationId) == [1])
    #expect(outbox.waiting.map(\.correlationId) == [0, 2])
    #expect(outbox.takeAll().map(\.correlationId) == [0, 2] && outbox.waiting.isEmpty)
  }

  @Test func pausesDoubleUpToTheMostAndStartAgain() {
    let config = ConsumerConfig(groupId: "g", clientId: "c", topics: [])
    var generator = SeededGenerator(seed: 3)
    var backoff = Backoff()
    for full in [100, 200, 400, 800, 1_000, 1_000] as [Int64] {
      let pause = backoff.nextMs(config, &generator)
      #expect(pause >= full * 8 / 10 && pause <= min(1_000, full * 12 / 10))
    }
    backoff.reset()
    #expect(backoff.nextMs(config, &generator) <= 120)
  }
}
