import NIOCore

/// Cuts the stream of bytes into frames: a length of four bytes, then so many bytes. A length
/// beyond the limit ends the connection, as `socket.request.max.bytes` does.
struct RequestSplitter: ByteToMessageDecoder {
  typealias InboundOut = ByteBuffer

  let limit: Int
  let patience: Patience

  struct BadLength: Error {}

  mutating func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) throws -> DecodingState {
    guard let length = buffer.getInteger(at: buffer.readerIndex, as: Int32.self) else {
      return try wait(buffer)
    }
    guard length >= 0, Int(length) <= limit else { throw BadLength() }
    guard buffer.readableBytes >= 4 + Int(length) else { return try wait(buffer) }
    buffer.moveReaderIndex(forwardBy: 4)
    guard let frame = buffer.readSlice(length: Int(length)) else { return .needMoreData }
    patience.holds(half: buffer.readableBytes)
    context.fireChannelRead(Self.wrapInboundOut(frame))
    return .continue
  }

  private func wait(_ buffer: ByteBuffer) throws -> DecodingState {
    patience.holds(half: buffer.readableBytes)
    if patience.isBeyondMemory { throw NoRoom() }
    return .needMoreData
  }

  struct NoRoom: Error {}

  /// A frame that was cut off is nobody's request.
  mutating func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    if case .continue = try decode(context: context, buffer: &buffer) { return .continue }
    buffer.clear()
    return .needMoreData
  }
}
