import NIOCore

/// The end of a connection's pipeline: frames, errors and the end go to the connection.
final class AnswerHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let connection: BrokerConnection
  private let attempt: Int

  init(_ connection: BrokerConnection, attempt: Int) {
    self.connection = connection
    self.attempt = attempt
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var frame = Self.unwrapInboundIn(data)
    let bytes = frame.readBytes(length: frame.readableBytes) ?? []
    connection.received(bytes, attempt)
  }

  func channelInactive(context: ChannelHandlerContext) {
    connection.ended(BrokerFailure(.brokerGone, "has closed the connection"), attempt)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    connection.ended(ConnectFailure.ofRead(error), attempt)
  }
}
