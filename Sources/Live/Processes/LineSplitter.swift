import NIOCore

/// Cuts a stream of bytes into lines of at most `limit` bytes; a longer one ends the stream.
struct LineSplitter: ByteToMessageDecoder {
  typealias InboundOut = String

  let limit: Int

  struct TooLong: Error {}

  mutating func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) throws -> DecodingState {
    guard
      let length = buffer.readableBytesView.firstIndex(of: 0x0A).map({ $0 - buffer.readerIndex })
    else {
      if buffer.readableBytes > limit { throw TooLong() }
      return .needMoreData
    }
    let bytes = buffer.readSlice(length: length) ?? ByteBuffer()
    buffer.moveReaderIndex(forwardBy: 1)
    context.fireChannelRead(
      Self.wrapInboundOut(String(decoding: bytes.readableBytesView, as: UTF8.self)))
    return .continue
  }

  /// A line without its end was cut off by the writer's death.
  mutating func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    if case .continue = try decode(context: context, buffer: &buffer) { return .continue }
    buffer.clear()
    return .needMoreData
  }
}
