import KafkaModel
import KafkaWire
import Testing

@Suite("Bytes that may be anything")
struct HostileBytesTests {
  @Test("a frame cut at any byte is an error that names a place in it")
  func truncation() throws {
    for sample in GoldenSample.spoken {
      let request = sample.requestBytes
      for length in 0..<request.count {
        let error = errorOfRequest(Array(request[..<length]))
        try expectPlace(error, within: length, "\(sample.name) request cut to \(length)")
      }
      guard let response = sample.responseBytes, let api = sample.apiKey else { continue }
      for length in 0..<response.count {
        let cut = Array(response[..<length])
        let error = errorOfResponse(cut, api, sample.version)
        try expectPlace(error, within: length, "\(sample.name) response cut to \(length)")
      }
    }
  }

  @Test("a request has so many elements in its lists, and no more")
  func elementLimit() throws {
    func bytes(_ counts: [Int]) throws -> [UInt8] {
      let topics = counts.map {
        DescribeProducersRequest.Topic(
          name: "t", partitionIndexes: Array(repeating: 7, count: $0))
      }
      return try WireCodec.encode(
        .describeProducers(DescribeProducersRequest(topics: topics)), version: 0,
        correlationId: 1, clientId: nil)
    }
    // The topics count, too.
    #expect(errorOfRequest(try bytes([125_000, 124_998])) == nil)
    #expect(
      errorOfRequest(try bytes([125_000, 124_999]))
        == WireError(.tooManyElements, field: "topics[1].partition_indexes"))
  }

  @Test("a frame with one byte too many is an error")
  func trailingByte() throws {
    for sample in GoldenSample.spoken {
      #expect(errorOfRequest(sample.requestBytes + [0]) != nil)
      guard let response = sample.responseBytes, let api = sample.apiKey else { continue }
      #expect(errorOfResponse(response + [0], api, sample.version) != nil)
    }
  }

  @Test("100,000 damaged frames: an error, or a message no larger than its frame")
  func mutation() throws {
    var generator = SeededGenerator(seed: 20_260_101)
    let samples = GoldenSample.spoken.filter { $0.requestHex.utf8.count < 1200 }.map { sample in
      (sample.apiKey, sample.version, sample.requestBytes, sample.responseBytes)
    }
    var accepted = 0
    for round in 0..<100_000 {
      let (api, version, request, response) = samples[round % samples.count]
      if round % 2 == 0 {
        let bytes = damaged(request, by: &generator)
        guard let (header, body) = try? WireCodec.decodeRequest(bytes) else { continue }
        accepted += 1
        let fields = try WireCodec.fields(of: body, version: header.apiVersion)
        #expect(elements(of: .structure(fields)) <= bytes.count)
      } else if let api, let response, response.count < 600 {
        let bytes = damaged(response, by: &generator)
        let answer = try? WireCodec.decodeResponse(bytes, api: api, version: version)
        guard let body = answer?.response else { continue }
        accepted += 1
        let fields = try WireCodec.fields(of: body, version: version)
        #expect(elements(of: .structure(fields)) <= bytes.count)
      }
    }
    #expect(accepted > 1000)
  }

  @Test("a count that the bytes left cannot hold fails before any element is read")
  func hugeCount() {
    // JoinGroup v2 answer: throttle, error, generation, protocol, leader, member, 2^31-1 members.
    let head: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    let error = errorOfResponse(head + [0x7F, 0xFF, 0xFF, 0xFF, 1, 2, 3], .joinGroup, 2)
    #expect(
      error
        == WireError(
          .bytes(.countBeyondEnd(count: 0x7FFF_FFFF, left: 3)), field: "members", offset: 20))
  }

  @Test("an error names the field with its indexes")
  func fieldPath() {
    // Heartbeats do not nest; an OffsetCommit v3 answer does: topics[1].partitions[0].error_code.
    var writer = ByteWriter()
    writer.int32(1)
    writer.int32(0)
    writer.int32(2)
    writer.raw([0, 1, 0x61, 0, 0, 0, 0])
    writer.raw([0, 1, 0x62, 0, 0, 0, 1, 0, 0, 0, 5, 0])
    let error = errorOfResponse(writer.bytes, .offsetCommit, 3)
    #expect(error?.field == "topics[1].partitions[0].error_code")
    #expect(error?.offset == 30)
    #expect(
      error?.description
        == "topics[1].partitions[0].error_code: 2 bytes needed, 1 left at byte 30")
  }

  private func expectPlace(_ error: WireError?, within length: Int, _ what: String) throws {
    let error = try #require(error, "\(what) was accepted")
    let offset = try #require(error.offset, "\(what): \(error)")
    #expect(offset <= length, "\(what): \(error)")
    #expect(!error.field.isEmpty, "\(what): \(error)")
  }

  private func errorOfRequest(_ bytes: [UInt8]) -> WireError? {
    do throws(WireError) {
      _ = try WireCodec.decodeRequest(bytes)
      return nil
    } catch {
      return error
    }
  }

  private func errorOfResponse(_ bytes: [UInt8], _ api: ApiKey, _ version: Int16) -> WireError? {
    do throws(WireError) {
      _ = try WireCodec.decodeResponse(bytes, api: api, version: version)
      return nil
    } catch {
      return error
    }
  }

  private static let lengthBytes: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]

  /// One to four bytes changed, now and then to the values that lengths are made of.
  private func damaged(_ bytes: [UInt8], by generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    // The API key and version stay mostly, or little but refusals would be tested.
    let first = generator.chance(percent: 5) ? 0 : min(4, bytes.count - 1)
    for _ in 0..<generator.int(in: 1...4) {
      let place = Int(generator.int(in: Int64(first)...Int64(bytes.count - 1)))
      let value = Self.lengthBytes.randomElement(using: &generator)
      let isLength = generator.chance(percent: 30)
      bytes[place] = isLength ? value ?? 0 : UInt8(generator.int(in: 0...255))
    }
    return bytes
  }

  /// List elements and payload bytes of a message.
  private func elements(of node: FieldTree.Node) -> Int {
    switch node {
    case .list(let nodes): nodes.reduce(nodes.count) { $0 + elements(of: $1) }
    case .structure(let tree): tree.fields.reduce(0) { $0 + elements(of: $1.node) }
    case .bytes(let bytes): bytes.count
    case .text(let text): text.utf8.count
    default: 0
    }
  }
}
