import NIOCore

/// Cuts the stream of bytes into frames: a length of four bytes, then so many bytes.
///
/// Nothing is reserved for a length that a peer only claims.
struct FrameSplitter: ByteToMessageDecoder {
  typealias InboundOut = ByteBuffer

  let limit: Int

  mutating func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) throws -> DecodingState {
    guard let length = buffer.getInteger(at: buffer.readerIndex, as: Int32.self) else {
      return .needMoreData
    }
    guard length >= 0, Int(length) <= limit else {
      // An alert or a handshake of TLS: its type, then 3 for every version there is.
      if (0x1503...0x1603).contains(length >> 16), length >> 16 & 0xFF == 3 {
        throw BrokerFailure(.notKafka, "answers with TLS (security.protocol=SSL or SASL_SSL)")
      }
      throw BrokerFailure(.notKafka, "answers with a frame of \(length) bytes (limit \(limit))")
    }
    guard buffer.readableBytes >= 4 + Int(length) else { return .needMoreData }
    buffer.moveReaderIndex(forwardBy: 4)
    guard let frame = buffer.readSlice(length: Int(length)) else { return .needMoreData }
    context.fireChannelRead(Self.wrapInboundOut(frame))
    return .continue
  }

  mutating func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    if case .continue = try decode(context: context, buffer: &buffer) { return .continue }
    if buffer.readableBytes == 0 { return .needMoreData }
    let have = max(0, buffer.readableBytes - 4)
    let wanted = buffer.getInteger(at: buffer.readerIndex, as: Int32.self).map { "\($0)" } ?? "?"
    buffer.clear()
    throw BrokerFailure(
      .brokerGone, "closed the connection inside an answer, after \(have) of \(wanted) bytes")
  }
}
