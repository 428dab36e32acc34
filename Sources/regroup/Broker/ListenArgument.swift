/// Where to listen: `127.0.0.1:9092`, `[::1]:9092`; port 0 lets the system choose.
struct ListenArgument: Hashable, Sendable {
  var host: String
  var port: Int

  /// Only this machine reaches it.
  var isLoopback: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// It stands for all of the machine's addresses, and can be connected to by none.
  var isEverywhere: Bool { host == "0.0.0.0" || host == "::" }

  init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    var host = text[..<colon]
    if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
    if host.isEmpty { return nil }
    self.init(host: String(host), port: port)
  }
}
