import KafkaModel
import KafkaWire

/// Messages, record batches, frames.
enum WireFamilies {
  static func request(_ bytes: [UInt8]) {
    _ = try? WireCodec.decodeRequest(bytes, allowingMore: true)
    guard let (header, request) = try? WireCodec.decodeRequest(bytes) else { return }
    let version = header.apiVersion
    guard let tree = try? WireCodec.fields(of: request, version: version) else {
      preconditionFailure("what was read cannot be shown")
    }
    precondition(size(of: .structure(tree)) <= bytes.count, "more than the bytes at hand")
    guard
      let again = try? WireCodec.encode(
        request, version: version, correlationId: header.correlationId, clientId: header.clientId),
      let (_, second) = try? WireCodec.decodeRequest(again)
    else { preconditionFailure("what was read cannot be written") }
    precondition(second == request, "another message when read again")
  }

  static func response(_ bytes: [UInt8]) {
    guard bytes.count >= 2, let api = ApiKey.allCases.first(where: { $0.rawValue == bytes[0] })
    else { return }
    let version = Int16(bytes[1])
    let frame = Array(bytes.dropFirst(2))
    _ = try? WireCodec.decodeResponse(frame, api: api, version: version, lenient: true)
    guard
      let (id, response) = try? WireCodec.decodeResponse(frame, api: api, version: version)
    else { return }
    // The broker's refusal of ApiVersions is read as version 0, whatever was asked.
    if case .apiVersions(let answer) = response, answer.errorCode == .unsupportedVersion { return }
    guard let tree = try? WireCodec.fields(of: response, version: version) else {
      preconditionFailure("what was read cannot be shown")
    }
    precondition(size(of: .structure(tree)) <= bytes.count, "more than the bytes at hand")
    guard let again = try? WireCodec.encode(response, version: version, correlationId: id),
      let (_, second) = try? WireCodec.decodeResponse(again, api: api, version: version)
    else { preconditionFailure("what was read cannot be written") }
    precondition(second == response, "another message when read again")
  }

  static func batches(_ bytes: [UInt8]) {
    guard let (offset, raw) = bytes.splitNumber() else { return }
    // With the checksums as they come, then as they should be: else nothing would get beyond them.
    for records in [raw, withChecksums(raw)] {
      let wanted = Offset(Int64(offset))
      let headers = (try? RecordBatches.headers(in: records)) ?? []
      precondition(headers.count <= records.count / 61, "more than the bytes at hand")
      for header in headers {
        let aborted = FetchResponse.AbortedTransaction(
          producerId: header.producer.id, firstOffset: header.baseOffset)
        _ = try? RecordBatches.run(in: records, from: wanted, aborted: [aborted])
      }
      guard let run = try? RecordBatches.run(in: records, from: wanted) else { continue }
      precondition(run.count >= 0 && run.nextOffset >= wanted, "a run that goes backwards")
      guard let runs = try? RecordBatches.runs(in: records, from: wanted) else {
        preconditionFailure("a run that cannot be split")
      }
      var next = wanted
      for run in runs {
        precondition(run.firstOffset >= next && run.count >= 0, "split runs that go backwards")
        next = run.firstOffset + run.count
        precondition(run.nextOffset >= next, "a run beyond its end")
      }
    }
  }

  static func frames(_ bytes: [UInt8]) {
    guard let (first, stream) = bytes.splitNumber() else { return }
    var decoder = FrameDecoder(limit: 4096)
    var size = 0
    for part in [stream.prefix(first), stream.dropFirst(first)] {
      decoder.append(Array(part))
      while let frame = try? decoder.next() { size += frame.count + 4 }
    }
    precondition(size + decoder.waiting == stream.count, "bytes that came or went")
  }

  /// Payload bytes and list elements of a message.
  private static func size(of node: FieldTree.Node) -> Int {
    switch node {
    case .list(let nodes): nodes.reduce(nodes.count) { $0 + size(of: $1) }
    case .structure(let tree): tree.fields.reduce(0) { $0 + size(of: $1.node) }
    case .bytes(let bytes): bytes.count
    case .text(let text): text.utf8.count
    default: 0
    }
  }

  /// Puts the right CRC-32C into each batch: at byte 17, of all from byte 21 on.
  private static func withChecksums(_ records: [UInt8]) -> [UInt8] {
    var bytes = records
    var start = 0
    while start + 61 <= bytes.count {
      let length = bytes[start + 8..<start + 12].reduce(0) { $0 << 8 | Int($1) }
      let end = start + 12 + length
      guard length >= 49, end <= bytes.count else { break }
      let checksum = Crc32C.checksum(bytes, in: start + 21..<end)
      for place in 0..<4 {
        bytes[start + 17 + place] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * place))
      }
      start = end
    }
    return bytes
  }
}
