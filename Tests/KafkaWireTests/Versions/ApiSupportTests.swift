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

  @Test("a request may be kept below a version, down to the broker's oldest")
  func atMost() {
    let answer = ApiVersionsResponse(apiKeys: [.init(apiKey: 26, minVersion: 3, maxVersion: 5)])
    let versions = NegotiatedVersions(answer)
    #expect(versions[.endTxn, atMost: nil] == 5)
    #expect(versions[.endTxn, atMost: 4] == 4)
    #expect(versions[.endTxn, atMost: 9] == 5)
    #expect(versions[.endTxn, atMost: 2] == nil)
    #expect(versions[.produce, atMost: nil] == nil)
  }

  @Test("the finalized feature says what producers may do, if its requests are spoken")
  func transactionVersion() {
    func answer(_ level: Int16?, newestEnd: Int16 = 5) -> ApiVersionsResponse {
      var features = ByteWriter()
      features.unsignedVarint(level == nil ? 1 : 2)
      if let level {
        features.unsignedVarint(20)
        features.raw(Array("transaction.version".utf8))
        features.int16(level)
        features.int16(0)
        features.unsignedVarint(0)
      }
      let newest: [(Int16, Int16)] = [(0, 12), (26, newestEnd), (28, 5)]
      return ApiVersionsResponse(
        apiKeys: newest.map { .init(apiKey: $0.0, minVersion: 0, maxVersion: $0.1) },
        tagged: [TaggedField(tag: 2, bytes: features.bytes)])
    }
    let rows: [(level: Int16?, expected: TransactionVersion)] = [
      (nil, .zero), (0, .zero), (1, .one), (2, .two), (3, .two),
    ]
    for (level, expected) in rows {
      #expect(answer(level).finalizedLevel(of: "transaction.version") == level)
      #expect(NegotiatedVersions(answer(level)).transactionVersion == expected, "\(level ?? -1)")
    }
    #expect(NegotiatedVersions(answer(2, newestEnd: 4)).transactionVersion == .one)
    #expect(NegotiatedVersions(answer(2), caps: [(.endTxn, 4)]).transactionVersion == .one)
    var broken = answer(2)
    broken.tagged[0].bytes.removeLast(9)
    #expect(broken.finalizedLevel(of: "transaction.version") == nil)
    #expect(NegotiatedVersions(broken).transactionVersion == .zero)
  }

  @Test("the captured broker of 4.3.0 has transaction.version 2")
  func captured() throws {
    var seen = 0
    for sample in GoldenSample.spoken where sample.api == "ApiVersions" && sample.version >= 3 {
      guard let bytes = sample.responseBytes,
        case .apiVersions(let answer) = try WireCodec.decodeResponse(
          bytes, api: .apiVersions, version: sample.version
        ).response, answer.errorCode == .none
      else { continue }
      seen += 1
      #expect(NegotiatedVersions(answer).transactionVersion == .two)
    }
    #expect(seen > 0)
  }

  @Test("versions that are not spoken are refused on both sides")
  func refused() {
    for api in ApiKey.allCases {
      let versions = ApiSupport.versions(of: api)
      // These never became flexible.
      if ![.offsetDelete, .saslHandshake].contains(api) {
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
