import Glibc
import KafkaModel
import KafkaWire

/// A client of the simplest kind, to put a group into a broker for a measurement.
final class BenchPeer {
  private let socket: Int32
  private var nextId: Int32 = 0
  private var decoder = FrameDecoder()

  /// nil where it cannot connect.
  init?(port: Int) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let answer = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    if answer != 0 { return nil }
  }

  deinit { close(socket) }

  /// Sends a request; its answer is read by `receive`.
  func send(_ request: Request, version: Int16) throws {
    let frame = try WireCodec.encode(
      request, version: version, correlationId: nextId, clientId: "bench")
    nextId += 1
    let count = UInt32(frame.count)
    let length = (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * UInt32($0))) }
    Output.writeAll(length + frame, to: socket)
  }

  func receive(_ api: ApiKey, version: Int16) throws -> Response {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let frame = try decoder.next() {
        return try WireCodec.decodeResponse(frame, api: api, version: version).response
      }
      let count = read(socket, &bytes, bytes.count)
      guard count > 0 else { throw Failure.failed("the broker has closed the connection") }
      decoder.append(Array(bytes[..<count]))
    }
  }

  func ask(_ request: Request, version: Int16) throws -> Response {
    try send(request, version: version)
    return try receive(request.apiKey, version: version)
  }
}
