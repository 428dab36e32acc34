/// Where a broker listens.
public struct BrokerAddress: Hashable, Sendable, CustomStringConvertible {
  public var host: String
  public var port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// `HOST:PORT`, an IPv6 address in brackets; nil where it is neither.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (1...65_535).contains(port)
    else { return nil }
    var host = text[..<colon]
    if host.first == "[", host.last == "]" {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    if host.isEmpty || host.contains(" ") { return nil }
    self.init(host: String(host), port: port)
  }

  /// The value of `--bootstrap-server`: addresses with commas between them.
  public static func list(_ text: String) -> [BrokerAddress]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var list: [BrokerAddress] = []
    for part in parts {
      guard let address = BrokerAddress(String(part)) else { return nil }
      list.append(address)
    }
    return list.isEmpty ? nil : list
  }

  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
