import KafkaModel
import KafkaWire

/// Names a connection.
struct ConnectionId: Hashable { var value: Int64 }

/// One request on its way through the broker.
struct Call {
  let header: RequestHeader
  let request: Request
  let connection: ConnectionId
  /// In Java's form, e.g. `/127.0.0.1`.
  let clientHost: String

  /// nil where the frame is no request in a version that is spoken.
  init?(_ frame: [UInt8], from connection: ConnectionId, host: String) {
    guard let (header, request) = try? WireCodec.decodeRequest(frame, allowingMore: true) else {
      return nil
    }
    self.header = header
    self.request = request
    self.connection = connection
    clientHost = host
  }
}

/// What becomes of a request.
enum Reply {
  case response(Response)
  /// A Produce with `acks=0`.
  case nothing
  /// A failed Produce with `acks=0`: there is no other way to tell.
  case close
}
