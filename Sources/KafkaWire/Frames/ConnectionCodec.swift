import KafkaModel

/// One connection's side of the protocol: requests become frames, frames answer requests.
///
/// A broker answers a connection's requests in the order they came, so the oldest one in flight
/// says how the next frame is to be read. After an error the connection is of no more use.
public struct ConnectionCodec: Sendable {
  /// Put after the ApiVersions answer.
  public var versions: NegotiatedVersions
  private let clientId: String?
  private var nextCorrelationId: Int32 = 0
  private var inFlight: [InFlight] = []
  private var decoder: FrameDecoder

  /// A request that waits for its answer.
  public struct InFlight: Hashable, Sendable {
    public var correlationId: Int32
    public var api: ApiKey
    public var version: Int16
  }

  /// `frameLimit` in bytes, for one answer.
  public init(
    clientId: String?, versions: NegotiatedVersions = NegotiatedVersions(),
    frameLimit: Int = FrameDecoder.defaultLimit
  ) {
    self.clientId = clientId
    self.versions = versions
    decoder = FrameDecoder(limit: frameLimit)
  }

  /// Requests without an answer yet, oldest first.
  public var waiting: [InFlight] { inFlight }

  /// The frame with its length; throws where the broker does not speak the API as we do.
  public mutating func send(
    _ request: Request
  ) throws(WireError) -> (correlationId: Int32, bytes: [UInt8]) {
    let api = request.apiKey
    guard let version = versions[api] else { throw WireError(.noCommonVersion(api)) }
    let id = nextCorrelationId
    let frame = try WireCodec.encode(
      request, version: version, correlationId: id, clientId: clientId)
    nextCorrelationId = id == .max ? 0 : id + 1
    if request.isAnswered {
      inFlight.append(InFlight(correlationId: id, api: api, version: version))
    }
    var output = ByteWriter()
    output.int32(Int32(truncatingIfNeeded: frame.count))
    output.raw(frame)
    return (id, output.bytes)
  }

  /// The answers that a chunk completes; on an error those before it in the chunk are lost too.
  public mutating func receive(
    _ chunk: [UInt8]
  ) throws(WireError) -> [(correlationId: Int32, response: Response)] {
    decoder.append(chunk)
    var answers: [(correlationId: Int32, response: Response)] = []
    while let frame = try decoder.next() { answers.append(try answer(frame)) }
    return answers
  }

  private mutating func answer(
    _ frame: [UInt8]
  ) throws(WireError) -> (correlationId: Int32, response: Response) {
    guard let oldest = inFlight.first else {
      throw WireError(.correlation(expected: nil, found: Self.correlationId(frame)))
    }
    let found = Self.correlationId(frame)
    guard found == oldest.correlationId else {
      throw WireError(.correlation(expected: oldest.correlationId, found: found))
    }
    inFlight.removeFirst()
    return try WireCodec.decodeResponse(frame, api: oldest.api, version: oldest.version)
  }

  /// -1, which no request has, where the frame is too short for one.
  private static func correlationId(_ frame: [UInt8]) -> Int32 {
    var input = ByteReader(frame)
    return (try? input.int32()) ?? -1
  }
}

extension Request {
  /// A Produce with `acks=0` is the one request that gets no answer.
  fileprivate var isAnswered: Bool {
    if case .produce(let produce) = self { return produce.acks != 0 }
    return true
  }
}
