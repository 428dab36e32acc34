import KafkaModel
import KafkaWire

/// The one request that is answered although its version is not known: ApiVersions, in the layout
/// of version 0 and with its own range, so that the client can ask again (KIP-511).
enum VersionRefusal {
  /// nil where the frame is anything else.
  static func answer(to frame: [UInt8]) -> [UInt8]? {
    var input = ByteReader(frame)
    guard let key = try? input.int16(), key == ApiKey.apiVersions.rawValue,
      let version = try? input.int16(),
      !ApiSupport.versions(of: .apiVersions).contains(version),
      let correlationId = try? input.int32()
    else { return nil }
    let answer = ApiVersionsResponse(
      errorCode: .unsupportedVersion, apiKeys: [AdvertisedApis.range(of: .apiVersions)])
    return try? WireCodec.encode(.apiVersions(answer), version: 0, correlationId: correlationId)
  }
}
