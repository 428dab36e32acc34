import KafkaModel
import Testing

@testable import Coordinator

/// Requests that no broker takes, be it the group's coordinator or not: found by `RequestStorm`.
@Suite struct NamelessGroupTests {
  private let requests: [(Request, ErrorCode)] = [
    (.heartbeat(HeartbeatRequest(groupId: "", generationId: .none, memberId: "")), .invalidGroupId),
    (.leaveGroup(LeaveGroupRequest(groupId: "", members: [])), .invalidGroupId),
    (.offsetDelete(OffsetDeleteRequest(groupId: "")), .invalidGroupId),
    (.joinGroup(joining("", sessionTimeoutMs: 10_000)), .invalidGroupId),
    (.joinGroup(joining("g", sessionTimeoutMs: 1)), .invalidSessionTimeout),
  ]

  private static func joining(_ id: GroupId, sessionTimeoutMs: Int32) -> JoinGroupRequest {
    JoinGroupRequest(
      groupId: id, sessionTimeoutMs: sessionTimeoutMs, rebalanceTimeoutMs: 60_000, memberId: "",
      protocolType: "consumer", protocols: [.init(name: "range", metadata: [])])
  }

  private func expectRefused(_ broker: inout Broker) {
    for (request, error) in requests {
      let token = broker.send(request)
      #expect(broker.answer(token) == Response(refusing: request, error), "\(request.apiKey)")
    }
  }

  @Test func whoeverIsAskedRefusesThem() {
    var broker = Broker()
    expectRefused(&broker)
    broker.take(broker.coordinator.startLoading(nowMs: 0))
    expectRefused(&broker)
    broker.take(broker.coordinator.unload(nowMs: 0))
    expectRefused(&broker)
    #expect(broker.coordinator.groupIds.isEmpty)
  }
}
