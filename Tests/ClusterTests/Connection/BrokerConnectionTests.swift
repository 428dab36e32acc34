import KafkaModel
import NIOCore
import Testing

@testable import Cluster

/// Whatever a broker does, a request ends in an answer or in a failure that says what and where.
struct BrokerConnectionTests {
  typealias Answer = Result<Response, BrokerFailure>

  private let everything: [(ApiKey, ClosedRange<Int16>)] = [
    (.metadata, 0...12), (.heartbeat, 0...4), (.joinGroup, 0...9), (.apiVersions, 0...4),
  ]
  private let heartbeat = Request.heartbeat(
    HeartbeatRequest(groupId: "g", generationId: Generation(1), memberId: "m"))
  private let good = Response.heartbeat(HeartbeatResponse())

  /// Sends the requests on one connection and returns how each ended.
  private func ask(
    _ script: @escaping FakeBroker.Script, _ requests: [Request], timeoutMs: Int64 = 20_000,
    settings: ConnectionSettings = .forTests()
  ) throws -> (answers: [Answer], broker: FakeBroker) {
    let broker = try FakeBroker(script)
    let client = ClientLoop()
    let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
    let connection = try client.make {
      BrokerConnection(to: address, settings: settings, loop: $0)
    }
    let answers: [Answer] = try client.wait { done in
      var answers: [Answer] = []
      for request in requests {
        connection.value.send(request, timeoutMs: timeoutMs) { answer in
          answers.append(answer)
          if answers.count == requests.count { done(answers) }
        }
      }
    }
    _ = try client.wait { (done: (Bool) -> Void) in
      connection.value.close()
      done(true)
    }
    try client.stop()
    try broker.stop()
    return (answers, broker)
  }

  private func failure(
    _ script: @escaping FakeBroker.Script, timeoutMs: Int64 = 20_000,
    settings: ConnectionSettings = .forTests()
  ) throws -> BrokerFailure? {
    let result = try ask(script, [heartbeat], timeoutMs: timeoutMs, settings: settings)
    guard case .failure(let failure) = result.answers[0] else { return nil }
    #expect(failure.detail.contains("127.0.0.1:"), "the line names the broker: \(failure)")
    #expect(!failure.detail.contains("\n"))
    return failure
  }

  @Test func answersComeInTheOrderOfTheRequests() throws {
    let metadata = Response.metadata(MetadataResponse(clusterId: "c"))
    let script = FakeBroker.listing(everything) { request, _ in
      if case .heartbeat = request { return .answer(.heartbeat(HeartbeatResponse())) }
      return .answer(metadata)
    }
    let result = try ask(
      script, [heartbeat, .metadata(MetadataRequest(topics: [])), heartbeat])
    #expect(try result.answers.map { try $0.get().apiKey } == [.heartbeat, .metadata, .heartbeat])
    #expect(result.broker.asked.map(\.version) == [3, 4, 12, 4])
  }

  @Test func capsLowerTheVersion() throws {
    let caps = try #require(VersionCaps("Heartbeat=2"))
    let script = FakeBroker.listing(everything) { _, _ in .answer(.heartbeat(HeartbeatResponse())) }
    let result = try ask(script, [heartbeat], settings: .forTests(caps: caps))
    #expect(result.broker.asked.map(\.version) == [3, 2])
  }

  @Test func oldBrokerIsAskedAgainInVersionZero() throws {
    let listing = FakeBroker.listing(everything) { _, _ in .answer(.heartbeat(HeartbeatResponse()))
    }
    let result = try ask(
      { request, version in
        guard case .apiVersions = request, version > 0 else { return listing(request, version) }
        let refusal = ApiVersionsResponse(errorCode: .unsupportedVersion)
        return .answerAs(.apiVersions(refusal), version: 0)
      }, [heartbeat])
    #expect(try result.answers[0].get() == good)
    #expect(result.broker.asked.map(\.version) == [3, 0, 4])
  }

  @Test func whatIsNotListedIsNotSent() throws {
    let result = try ask(FakeBroker.listing([(.metadata, 0...12)]), [heartbeat])
    guard case .failure(let failure) = result.answers[0] else {
      Issue.record("an answer to what was not listed")
      return
    }
    #expect(failure.kind == .notOffered)
    #expect(result.broker.asked.map(\.request.apiKey) == [.apiVersions])
  }

  @Test func rubbish() throws {
    let http = Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)
    let atOnce = try #require(try failure { _, _ in .bytes(http) })
    #expect(atOnce.kind == .notKafka)
    #expect(atOnce.detail.contains("1213486160 bytes"))
    let later = try failure(FakeBroker.listing(everything) { _, _ in .bytes(http) })
    #expect(later?.kind == .notKafka)
    let nonsense: [UInt8] = [0, 0, 0, 9, 0, 0, 0, 1, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF]
    #expect(try failure { _, _ in .bytes(nonsense) }?.kind == .notKafka)
  }

  @Test func lengthsThatCannotBe() throws {
    for length: [UInt8] in [[0x80, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x06, 0x40, 0, 1]] {
      let failure = try failure(FakeBroker.listing(everything) { _, _ in .bytes(length) })
      #expect(failure?.kind == .notKafka)
      #expect(failure?.detail.contains("limit 104857600") == true)
    }
  }

  @Test func endsInsideAnAnswer() throws {
    let answer = good
    for count in [0, 1, 7] {
      let failure = try failure(
        FakeBroker.listing(everything) { _, _ in .cut(answer, after: count) })
      #expect(failure?.kind == .brokerGone)
      #expect(
        failure?.detail.contains("after \(count) of") == true, "\(String(describing: failure))")
    }
  }

  @Test func closes() throws {
    let atOnce = try #require(try failure { _, _ in .close })
    #expect(atOnce.kind == .notKafka)
    #expect(atOnce.detail.contains("TLS"))
    #expect(try failure(FakeBroker.listing(everything) { _, _ in .close })?.kind == .brokerGone)
  }

  @Test func wrongCorrelationId() throws {
    let answer = good
    let failure = try failure(
      FakeBroker.listing(everything) { _, _ in .answerWithId(answer, 77) })
    #expect(failure?.kind == .notKafka)
  }

  @Test func doesNotAnswer() throws {
    let failure = try failure(FakeBroker.listing(everything), timeoutMs: 30)
    #expect(failure?.kind == .timedOut)
    #expect(failure?.detail.contains("Heartbeat") == true)
  }

  @Test func nobodyListens() throws {
    let closed = try FakeBroker { _, _ in .close }
    let port = closed.port
    try closed.stop()
    let client = ClientLoop()
    let connection = try client.make {
      BrokerConnection(
        to: BrokerAddress(host: "127.0.0.1", port: port), settings: .forTests(), loop: $0)
    }
    let request = heartbeat
    let answer: Answer = try client.wait { done in connection.value.send(request) { done($0) } }
    guard case .failure(let failure) = answer else {
      Issue.record("an answer from nobody")
      return
    }
    #expect(failure.kind == .refused)
    try client.stop()
  }

  @Test func connectsAgainAfterAFailure() throws {
    let answer = good
    let broker = try FakeBroker(
      FakeBroker.listing(everything) { request, _ in
        if case .metadata = request { return .close }
        return .answer(answer)
      })
    let port = broker.port
    let client = ClientLoop()
    let router = try client.make {
      Router(
        bootstrap: [BrokerAddress(host: "127.0.0.1", port: port)], settings: .forTests(),
        loop: $0)
    }
    let request = heartbeat
    let lost: Answer = try client.wait { done in
      router.value.send(.metadata(MetadataRequest()), to: .any, lane: .metadata) { done($0) }
    }
    #expect(throws: BrokerFailure.self) { try lost.get() }
    // The backoff may not be over at once.
    var answered = false
    for _ in 0..<1_000 where !answered {
      let again: Answer = try client.wait { done in
        router.value.send(request, to: .any, lane: .metadata) { done($0) }
      }
      answered = (try? again.get()) == answer
    }
    #expect(answered)
    try client.stop()
    try broker.stop()
  }
}
