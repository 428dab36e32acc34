/// Who is connected: not more than there is room for, and of one host not more than its share.
struct ConnectionTable<Connection> {
  private var open: [ConnectionId: (connection: Connection, host: String)] = [:]
  private var counts: [String: Int] = [:]

  var count: Int { open.count }
  var isEmpty: Bool { open.isEmpty }
  var all: [Connection] { open.values.map(\.connection) }

  /// As Kafka's `ConnectionQuotas` counts them: by address, whoever it is at that address. Only
  /// this machine has a number of its own, as a `max.connections.per.ip.overrides` would give it.
  func hasRoom(for host: String, _ limits: EndpointLimits) -> Bool {
    let share = Self.isLoopback(host) ? limits.loopbackConnections : limits.connectionsPerHost
    return count < limits.connections && counts[host, default: 0] < share
  }

  mutating func add(_ connection: Connection, _ id: ConnectionId, from host: String) {
    open[id] = (connection, host)
    counts[host, default: 0] += 1
  }

  mutating func remove(_ id: ConnectionId) {
    guard let host = open.removeValue(forKey: id)?.host, let count = counts[host] else { return }
    counts[host] = count > 1 ? count - 1 : nil
  }

  /// 127.0.0.0/8 and ::1, also as an IPv4 address within IPv6.
  private static func isLoopback(_ host: String) -> Bool {
    host == "::1" || host.hasPrefix("127.") || host.hasPrefix("::ffff:127.")
  }
}
