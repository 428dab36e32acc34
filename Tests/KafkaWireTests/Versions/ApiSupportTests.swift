import KafkaModel
import KafkaWire
import Testing

@Suite("Versions of an API")
struct ApiSupportTests {
  @Test("the newest common version, within the cap")
  func negotiate() {
    // (broker's min, broker's max, cap, result), of JoinGroup: we speak 2...9.
    let rows: [(Int16, Int16, Int16, Int16?)] = [
      (0, 9, .max, 9), (0, 12, .max, 9), (0, 5, .max, 5), (0, 9, 5, 5), (0, 1, .max, nil),
      (10, 12, .max, nil), (7, 9, 5, nil), (9, 3, .max, nil), (-5, 2, .max, 2),
    ]
    for (low, high, cap, expected) in rows {
      let range = ApiVersionsResponse.Range(apiKey: 11, minVersion: low, maxVersion: high)
      #expect(ApiSupport.negotiate(.joinGroup, broker: range, cap: cap) == expected)
    }
  }

  @Test("of a broker's answer: unknown APIs are passed over, caps hold, the rest is nil")
  func negotiated() {
    let answer = ApiVersionsResponse(apiKeys: [
      .init(apiKey: 11, minVersion: 0, maxVersion: 6),
      .init(apiKey: 999, minVersion: 0, maxVersion: 1),
      .init(apiKey: 1, minVersion: 13, maxVersion: 18),
    ])
    let versions = NegotiatedVersions(answer, caps: [(.joinGroup, 5)])
    #expect(versions[.joinGroup] == 5)
    #expect(versions[.fetch] == nil)
    #expect(versions[.heartbeat] == nil)
    #expect(NegotiatedVersions()[.apiVersions] == 4)
  }

  @Test("versions that are not spoken are refused on both sides")
  func refused() {
    for api in ApiKey.allCases {
      let versions = ApiSupport.versions(of: api)
      // OffsetDelete never had a second version.
      if api != .offsetDelete {
        #expect(ApiSupport.firstFlexibleVersion(of: api) <= versions.upperBound)
      }
      for version in [versions.lowerBound - 1, versions.upperBound + 1] {
        #expect(throws: WireError(.unsupportedVersion(api, version))) {
          try WireCodec.decodeResponse([0, 0, 0, 0, 0, 0], api: api, version: version)
        }
      }
    }
  }
}
