import Client
import KafkaModel
import Testing

@testable import Cluster

struct RouterTests {
  typealias Answer = Result<Response, BrokerFailure>

  @Test func learnsBrokersFromAnswersAndKeepsLanesApart() throws {
    let broker = try FakeBroker { request, version in
      let listing = FakeBroker.listing([(.metadata, 0...12), (.heartbeat, 0...4)]) { request, _ in
        if case .heartbeat = request { return .answer(.heartbeat(HeartbeatResponse())) }
        return .silence
      }
      return listing(request, version)
    }
    let port = Int32(broker.port)
    let teller = try FakeBroker(
      FakeBroker.listing([(.metadata, 0...12)]) { _, _ in
        .answer(
          .metadata(
            MetadataResponse(brokers: [
              .init(nodeId: BrokerId(7), host: "127.0.0.1", port: port),
              .init(nodeId: BrokerId(8), host: "", port: 9_092),
              .init(nodeId: BrokerId(9), host: "127.0.0.1", port: -1),
            ])))
      })
    let tellerPort = teller.port
    let client = ClientLoop()
    let router = try client.make {
      Router(
        bootstrap: [BrokerAddress(host: "127.0.0.1", port: tellerPort)], settings: .forTests(),
        loop: $0)
    }
    @Sendable func send(_ request: Request, _ destination: Destination, _ lane: Lane) throws
      -> Answer
    {
      try client.wait { done in
        router.value.send(request, to: destination, lane: lane) { done($0) }
      }
    }
    let heartbeat = Request.heartbeat(
      HeartbeatRequest(groupId: "g", generationId: Generation(1), memberId: "m"))
    #expect(throws: BrokerFailure.self) {
      try send(heartbeat, .broker(BrokerId(7)), .coordinator).get()
    }
    _ = try send(.metadata(MetadataRequest()), .any, .metadata).get()
    #expect(try send(heartbeat, .broker(BrokerId(7)), .coordinator).get().apiKey == .heartbeat)
    #expect(try send(heartbeat, .broker(BrokerId(7)), .fetch).get().apiKey == .heartbeat)
    #expect(broker.asked.filter { $0.request.apiKey == .apiVersions }.count == 2)
    for unsound in [BrokerId(8), BrokerId(9)] {
      #expect(throws: BrokerFailure.self) { try send(heartbeat, .broker(unsound), .fetch).get() }
    }
    let cut: Answer = try client.wait { done in
      router.value.cut()
      router.value.send(heartbeat, to: .any, lane: .metadata) { done($0) }
    }
    #expect(throws: BrokerFailure.self) { try cut.get() }
    let healed: Answer = try client.wait { done in
      router.value.heal()
      router.value.send(.metadata(MetadataRequest()), to: .any, lane: .metadata) { done($0) }
    }
    #expect(try healed.get().apiKey == .metadata)
    try client.stop()
    try teller.stop()
    try broker.stop()
  }
}
