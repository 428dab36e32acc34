import Testing

@testable import Endpoint

@Suite struct ConnectionTableTests {
  private var limits: EndpointLimits {
    var limits = EndpointLimits()
    (limits.connections, limits.connectionsPerHost, limits.loopbackConnections) = (6, 2, 3)
    return limits
  }

  private func filled(_ hosts: [String]) -> ConnectionTable<Int> {
    var table = ConnectionTable<Int>()
    for (at, host) in hosts.enumerated() where table.hasRoom(for: host, limits) {
      table.add(at, ConnectionId(value: Int64(at)), from: host)
    }
    return table
  }

  @Test func eachHostHasItsShare() {
    let table = filled(["10.0.0.7", "10.0.0.7", "10.0.0.7", "10.0.0.8"])
    #expect(table.all.sorted() == [0, 1, 3])
    #expect(!table.hasRoom(for: "10.0.0.7", limits))
    #expect(table.hasRoom(for: "10.0.0.8", limits))
  }

  @Test(arguments: ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
  func thisMachineHasAShareOfItsOwn(_ host: String) {
    #expect(filled([host, host, host, host]).count == 3)
  }

  @Test func allTogetherHaveTheWhole() {
    let table = filled((0..<9).map { "10.0.0.\($0)" })
    #expect(table.count == 6)
    #expect(!table.hasRoom(for: "127.0.0.1", limits))
  }

  @Test func whoHasGoneIsNotCounted() {
    var table = filled(["10.0.0.7", "10.0.0.7"])
    table.remove(ConnectionId(value: 0))
    table.remove(ConnectionId(value: 0))
    #expect(table.count == 1)
    #expect(table.hasRoom(for: "10.0.0.7", limits))
    table.remove(ConnectionId(value: 1))
    #expect(table.isEmpty)
  }
}
