import KafkaModel
import KafkaWire
import Testing

@Suite("Bytes of a real broker")
struct GoldenTests {
  @Test("requests decode to the captured fields and encode to the same bytes")
  func requests() throws {
    for sample in GoldenSample.spoken {
      let bytes = sample.requestBytes
      let (header, request) = try WireCodec.decodeRequest(bytes)
      #expect(header.apiKey.description == sample.api)
      #expect(header.apiVersion == sample.version)
      #expect(request.apiKey == header.apiKey)
      let again = try WireCodec.encode(
        request, version: sample.version, correlationId: header.correlationId,
        clientId: header.clientId)
      #expect(again == bytes, "\(sample.name) request \(sample.requestHex)")
      let fields = try WireCodec.fields(of: request, version: sample.version)
      let differences = GoldenFields.differences(fields, sample.request)
      #expect(differences.isEmpty, "\(sample.name) request")
    }
  }

  @Test("responses decode to the captured fields and encode to the same bytes")
  func responses() throws {
    var count = 0
    for sample in GoldenSample.spoken {
      guard let bytes = sample.responseBytes else { continue }
      count += 1
      let api = try #require(sample.apiKey)
      let (id, response) = try WireCodec.decodeResponse(bytes, api: api, version: sample.version)
      let again = try WireCodec.encode(response, version: sample.version, correlationId: id)
      #expect(again == bytes, "\(sample.name) response \(hexText(bytes))")
      let fields = try WireCodec.fields(of: response, version: sample.version)
      let differences = GoldenFields.differences(fields, sample.response)
      #expect(differences.isEmpty, "\(sample.name) response")
    }
    #expect(count > 250)
  }

  @Test("every version that is spoken has a sample, and every sample is spoken")
  func coverage() {
    let spoken = ApiKey.allCases.flatMap { api in
      ApiSupport.versions(of: api).map { "\(api) v\($0)" }
    }
    let requests = GoldenSample.spoken.map(\.name)
    let responses = GoldenSample.spoken.filter { $0.responseHex != nil }.map(\.name)
    #expect(Set(requests) == Set(spoken))
    #expect(Set(responses) == Set(spoken))
  }

  @Test("an ApiVersions request that is too new is refused, its answer is read as v0")
  func tooNewApiVersions() throws {
    let sample = try #require(GoldenSample.refused.first { $0.version == 99 })
    let refusal = WireError(
      .unsupportedVersion(.apiVersions, 99), field: "request_api_version", offset: 2)
    #expect(throws: refusal) {
      try WireCodec.decodeRequest(sample.requestBytes)
    }
    let bytes = try #require(sample.responseBytes)
    let (_, response) = try WireCodec.decodeResponse(bytes, api: .apiVersions, version: 4)
    guard case .apiVersions(let answer) = response else {
      Issue.record("not an ApiVersions response")
      return
    }
    #expect(answer.errorCode == .unsupportedVersion)
    #expect(answer.apiKeys.contains { $0.apiKey == ApiKey.apiVersions.rawValue })
  }

  @Test("an API that does not exist is refused by its key")
  func unknownApi() throws {
    let sample = try #require(GoldenSample.refused.first { $0.version != 99 })
    #expect(throws: WireError(.unknownApi(999), field: "request_api_key", offset: 0)) {
      try WireCodec.decodeRequest(sample.requestBytes)
    }
  }
}
