import Glibc
import KafkaModel
import KafkaWire

/// A TCP connection of a test, without NIO: bytes out, frames in.
final class WireClient {
  private let descriptor: Int32
  private var decoder = FrameDecoder()
  private(set) var frames: [[UInt8]] = []
  private(set) var isClosed = false

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard result == 0 else { throw Refused(code: errno) }
  }

  struct Refused: Error { var code: Int32 }

  deinit { disconnect() }

  func disconnect() {
    if isHungUp { return }
    isHungUp = true
    close(descriptor)
  }

  private var isHungUp = false

  /// A frame with its length before it.
  func send(frame: [UInt8]) {
    var output = ByteWriter()
    output.int32(Int32(frame.count))
    output.raw(frame)
    send(bytes: output.bytes)
  }

  func send(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads until so many frames have come in all, the broker hangs up, or the time is over.
  func read(frames wanted: Int, withinMs: Int32 = 10_000) {
    while !isHungUp, !isClosed, frames.count < wanted {
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&ready, 1, withinMs) > 0 else { return }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else {
        isClosed = true
        return
      }
      decoder.append(Array(buffer[..<count]))
      while let frame = try? decoder.next() { frames.append(frame) }
    }
  }

  /// Sends a request and reads the next answer; nil where none comes.
  func ask(
    _ request: Request, version: Int16, clientId: String = "test"
  ) throws -> Response? {
    send(
      frame: try WireCodec.encode(
        request, version: version, correlationId: 7, clientId: clientId))
    let count = frames.count
    read(frames: count + 1)
    guard frames.count > count else { return nil }
    return try WireCodec.decodeResponse(frames[count], api: request.apiKey, version: version)
      .response
  }
}
