import KafkaModel
import KafkaWire

/// What ApiVersions offers: the ranges of Apache Kafka 4.3 as far as they are spoken here.
enum AdvertisedApis {
  static let all = ApiKey.allCases.map(range(of:))

  /// Kafka still lists two ranges from 0 whose first versions it has given up, because clients
  /// look at them to find out what a broker can do (KIP-896).
  static func range(of api: ApiKey) -> ApiVersionsResponse.Range {
    let spoken = ApiSupport.versions(of: api)
    let first = api == .produce || api == .joinGroup ? 0 : spoken.lowerBound
    return .init(apiKey: api.rawValue, minVersion: first, maxVersion: spoken.upperBound)
  }

  /// `ApiVersionsRequest.isValid`: since version 3 a client has to say what it is.
  static func answer(_ request: ApiVersionsRequest, version: Int16) -> ApiVersionsResponse {
    let isNamed =
      isName(request.clientSoftwareName) && isName(request.clientSoftwareVersion)
    guard version < 3 || isNamed else { return ApiVersionsResponse(errorCode: .invalidRequest) }
    return ApiVersionsResponse(apiKeys: all, tagged: features)
  }

  /// Finalized features (KIP-584), as tagged fields: without `transaction.version` 2 a client adds
  /// partitions by request and keeps its epoch.
  private static let features: [TaggedField] = {
    var epoch = ByteWriter()
    epoch.int64(0)
    var list = ByteWriter()
    guard (try? write([(TransactionVersion.feature, 2)], to: &list)) != nil else { return [] }
    return [TaggedField(tag: 1, bytes: epoch.bytes), TaggedField(tag: 2, bytes: list.bytes)]
  }()

  /// Each feature with its newest and its oldest level.
  private static func write(
    _ levels: [(name: String, level: Int16)], to output: inout ByteWriter
  ) throws(ByteError) {
    try output.count(levels.count, compact: true)
    for (name, level) in levels {
      try output.string(name, compact: true)
      output.int16(level)
      output.int16(level)
      output.unsignedVarint(0)
    }
  }

  /// Letters and digits, with dots and hyphens between them.
  private static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    func isPlain(_ byte: UInt8) -> Bool {
      UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard let first = bytes.first, let last = bytes.last, isPlain(first), isPlain(last) else {
      return false
    }
    return bytes.allSatisfy { isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }
}
