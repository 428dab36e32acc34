import KafkaModel

/// Frames (without their four bytes of length) to messages and back.
///
/// Fields that a version does not have are not written, and read as their defaults.
public enum WireCodec {
  /// Throws where the version is not spoken, or where the request does not fit it.
  public static func encode(
    _ request: Request, version: Int16, correlationId: Int32, clientId: String?
  ) throws(WireError) -> [UInt8] {
    let api = request.apiKey
    try ApiSupport.check(api, version)
    let header = RequestHeader(
      apiKey: api, apiVersion: version, correlationId: correlationId, clientId: clientId)
    var writer = WireWriter(version: version, flexible: header.isFlexible, output: ByteWriter())
    try header.write(to: &writer)
    var body = request
    try body.walk(&writer)
    return writer.output.bytes
  }

  /// Of all lists of a request together. One byte can be an element, which takes a hundred in
  /// memory, and as many again in the answer.
  static let mostElements = 250_000

  /// `allowingMore`: forgives bytes after the last field, as brokers do; librdkafka sends some
  /// when it asks for all topics.
  public static func decodeRequest(
    _ frame: [UInt8], allowingMore: Bool = false
  ) throws(WireError) -> (header: RequestHeader, request: Request) {
    var input = ByteReader(frame)
    let header = try RequestHeader.read(from: &input)
    var reader = WireReader(version: header.apiVersion, flexible: header.isFlexible, input: input)
    reader.elementsLeft = mostElements
    var request = Request.blank(header.apiKey)
    try request.walk(&reader)
    if !allowingMore { try finish(reader) }
    return (header, request)
  }

  public static func encode(
    _ response: Response, version: Int16, correlationId: Int32
  ) throws(WireError) -> [UInt8] {
    let api = response.apiKey
    try ApiSupport.check(api, version)
    let flexible = ApiSupport.isFlexible(api, version)
    var writer = WireWriter(version: version, flexible: flexible, output: ByteWriter())
    writer.output.int32(correlationId)
    if hasHeaderTags(api, version) { writer.output.unsignedVarint(0) }
    var body = response
    try body.walk(&writer)
    return writer.output.bytes
  }

  /// An ApiVersions answer with UNSUPPORTED_VERSION is read as v0, whatever was asked (KIP-511).
  ///
  /// `lenient`: forgives null in the place of an empty list, bytes after the last field, and
  /// missing tagged fields at the end; librdkafka's mock cluster sends all three.
  public static func decodeResponse(
    _ frame: [UInt8], api: ApiKey, version: Int16, lenient: Bool = false
  ) throws(WireError) -> (correlationId: Int32, response: Response) {
    try ApiSupport.check(api, version)
    var reader = WireReader(version: 0, flexible: false, input: ByteReader(frame))
    var correlationId: Int32 = 0
    try reader.number("correlation_id", &correlationId)
    if hasHeaderTags(api, version) { try RequestHeader.skipTags(&reader.input) }
    let bodyVersion = try api == .apiVersions ? answered(reader, asked: version) : version
    var body = WireReader(
      version: bodyVersion, flexible: ApiSupport.isFlexible(api, bodyVersion),
      input: reader.input, isLenient: lenient)
    var response = Response.blank(api)
    try response.walk(&body)
    if !lenient { try finish(body) }
    return (correlationId, response)
  }

  /// The ApiVersions answer has header v0 in all versions: a client reads it before it knows any.
  private static func hasHeaderTags(_ api: ApiKey, _ version: Int16) -> Bool {
    api != .apiVersions && ApiSupport.isFlexible(api, version)
  }

  private static func answered(_ reader: WireReader, asked: Int16) throws(WireError) -> Int16 {
    var peek = reader
    var error = ErrorCode.none
    try peek.number("error_code", &error)
    return error == .unsupportedVersion ? 0 : asked
  }

  private static func finish(_ reader: WireReader) throws(WireError) {
    do throws(ByteError) {
      try reader.input.finish()
    } catch {
      throw WireError(error, field: "")
    }
  }
}
