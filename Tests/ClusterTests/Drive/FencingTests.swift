import KafkaModel
import Testing

@testable import Cluster

/// What the end of a drive does about transactions that dead members may have left open.
struct FencingTests {
  private func cleanUp(_ port: Int, _ producers: [TransactionalId]) throws -> [String] {
    let client = ClientLoop()
    let left: [String] = try client.wait { done in
      let router = Router(
        bootstrap: [BrokerAddress(host: "127.0.0.1", port: port)], settings: .forTests(),
        loop: client.loop)
      let nothing = Provisioned(topics: [], groupId: "g", ownTopics: [], groupIsOurs: false)
      let cleanup = Cleanup(router: router, provisioned: nothing, loop: client.loop) { left in
        router.closeAll()
        done(left)
      }
      cleanup.start(ghosts: [], producers: producers)
    }
    try client.stop()
    return left
  }

  @Test func eachDeadProducerIsFenced() throws {
    let broker = try ProducingBroker(level: 2)
    #expect(try cleanUp(broker.teller.port, ["g-a", "g-b"]).isEmpty)
    let fenced: [TransactionalId?] = broker.asked.map {
      if case .initProducerId(let asked) = $0.request { asked.transactionalId } else { nil }
    }
    #expect(fenced == ["g-a", "g-b"])
    try broker.stop()
  }

  @Test func aBrokerThatIsGoneHoldsNobodyUp() throws {
    let closed = try FakeBroker { _, _ in .close }
    let port = closed.port
    try closed.stop()
    #expect(try cleanUp(port, ["g-a", "g-b"]).isEmpty)
  }
}
