import KafkaModel
import KafkaWire
import Testing

@Suite("A connection's requests and answers")
struct ConnectionCodecTests {
  private let heartbeat = Request.heartbeat(
    HeartbeatRequest(groupId: "g", generationId: Generation(1), memberId: "m"))

  @Test("before the broker was asked only ApiVersions can be sent")
  func versionsFirst() throws {
    var codec = ConnectionCodec(clientId: "c")
    #expect(throws: WireError(.noCommonVersion(.heartbeat))) { try codec.send(heartbeat) }
    let sent = try codec.send(.apiVersions(ApiVersionsRequest()))
    #expect(sent.correlationId == 0)
    #expect(Array(sent.bytes[4..<8]) == [0, 18, 0, 4])
    let answer = ApiVersionsResponse(
      apiKeys: [.init(apiKey: 12, minVersion: 0, maxVersion: 3)])
    let received = try codec.receive(frame(.apiVersions(answer), 4, id: 0))
    #expect(received.map(\.response) == [.apiVersions(answer)])
    codec.versions = NegotiatedVersions(answer)
    #expect(try codec.send(heartbeat).bytes[7] == 3)
  }

  @Test("answers are read by the version their request had, in one chunk or in single bytes")
  func inOrder() throws {
    for whole in [true, false] {
      var codec = ready()
      #expect(try codec.send(heartbeat).correlationId == 0)
      #expect(try codec.send(.deleteGroups(DeleteGroupsRequest(groupsNames: ["g"]))).1.count > 4)
      #expect(codec.waiting.map(\.api) == [.heartbeat, .deleteGroups])
      let beat = Response.heartbeat(HeartbeatResponse(errorCode: .rebalanceInProgress))
      let gone = Response.deleteGroups(DeleteGroupsResponse(results: [.init(groupId: "g")]))
      let stream = try frame(beat, 4, id: 0) + frame(gone, 2, id: 1)
      let chunks = whole ? [stream] : stream.map { [$0] }
      var answers: [Response] = []
      for chunk in chunks { answers += try codec.receive(chunk).map(\.response) }
      #expect(answers == [beat, gone])
      #expect(codec.waiting.isEmpty)
    }
  }

  @Test("an answer to nothing, or out of order, is an error")
  func correlation() throws {
    let beat = Response.heartbeat(HeartbeatResponse())
    var idle = ready()
    let early = try frame(beat, 4, id: 5)
    #expect(throws: WireError(.correlation(expected: nil, found: 5))) { try idle.receive(early) }
    var busy = ready()
    _ = try busy.send(heartbeat)
    #expect(throws: WireError(.correlation(expected: 0, found: 5))) { try busy.receive(early) }
  }

  @Test("a Produce without acknowledgement waits for no answer")
  func unacknowledged() throws {
    var codec = ready()
    _ = try codec.send(.produce(ProduceRequest(acks: 0, topics: [])))
    #expect(codec.waiting.isEmpty)
    _ = try codec.send(.produce(ProduceRequest(acks: 1, topics: [])))
    #expect(codec.waiting.map(\.correlationId) == [1])
  }

  private func ready() -> ConnectionCodec {
    let ranges = ApiKey.allCases.map { api in
      ApiVersionsResponse.Range(apiKey: api.rawValue, minVersion: 0, maxVersion: 99)
    }
    return ConnectionCodec(
      clientId: "c", versions: NegotiatedVersions(ApiVersionsResponse(apiKeys: ranges)))
  }

  private func frame(_ response: Response, _ version: Int16, id: Int32) throws -> [UInt8] {
    let body = try WireCodec.encode(response, version: version, correlationId: id)
    var writer = ByteWriter()
    try writer.bytes(body)
    return writer.bytes
  }
}
