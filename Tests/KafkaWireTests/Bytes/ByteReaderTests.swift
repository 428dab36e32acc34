import KafkaModel
import Testing

@Suite("Primitive types")
struct ByteReaderTests {
  @Test("numbers come back, at the ends of their ranges too")
  func numbers() throws {
    var writer = ByteWriter()
    writer.int8(.min)
    writer.int16(.min)
    writer.int32(.max)
    writer.uint32(.max)
    writer.int64(.min)
    writer.bool(true)
    #expect(writer.bytes[..<3] == [0x80, 0x80, 0x00])
    var reader = ByteReader(writer.bytes)
    #expect(try reader.int8() == .min)
    #expect(try reader.int16() == .min)
    #expect(try reader.int32() == .max)
    #expect(try reader.uint32() == .max)
    #expect(try reader.int64() == .min)
    #expect(try reader.bool())
    try reader.finish()
  }

  @Test("varints of known bytes")
  func varints() throws {
    let unsigned: [(UInt32, [UInt8])] = [
      (0, [0]), (127, [0x7F]), (128, [0x80, 0x01]), (300, [0xAC, 0x02]),
      (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
    ]
    for (value, bytes) in unsigned {
      var writer = ByteWriter()
      writer.unsignedVarint(value)
      #expect(writer.bytes == bytes)
      var reader = ByteReader(bytes)
      #expect(try reader.unsignedVarint() == value)
    }
    for value in [0, -1, 1, -64, 64, Int32.min, .max] {
      var writer = ByteWriter()
      writer.varint(value)
      writer.varlong(Int64(value) &* 0x1_0000_0001)
      var reader = ByteReader(writer.bytes)
      #expect(try reader.varint() == value)
      #expect(try reader.varlong() == Int64(value) &* 0x1_0000_0001)
    }
    var writer = ByteWriter()
    writer.varlong(.min)
    #expect(writer.bytes.count == 10)
    var reader = ByteReader(writer.bytes)
    #expect(try reader.varlong() == .min)
  }

  @Test("varints that are too long are refused")
  func longVarints() {
    let six = [UInt8](repeating: 0x80, count: 5) + [0]
    let wide: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0x1F]
    let eleven = [UInt8](repeating: 0xFF, count: 9) + [0x02]
    #expect(kind(six) { (r) throws(ByteError) in _ = try r.unsignedVarint() } == .varintTooLong)
    #expect(kind(wide) { (r) throws(ByteError) in _ = try r.unsignedVarint() } == .varintTooLong)
    #expect(kind(eleven) { (r) throws(ByteError) in _ = try r.varlong() } == .varintTooLong)
  }

  @Test("strings and bytes, plain and compact, null and empty")
  func lengths() throws {
    for compact in [false, true] {
      var writer = ByteWriter()
      try writer.string(nil, compact: compact)
      try writer.string("", compact: compact)
      try writer.string("리밸런스", compact: compact)
      try writer.bytes(nil, compact: compact)
      try writer.bytes([1, 2], compact: compact)
      try writer.count(nil, compact: compact)
      try writer.count(1, compact: compact)
      writer.uint8(9)
      var reader = ByteReader(writer.bytes)
      #expect(try reader.nullableString(compact: compact) == nil)
      #expect(try reader.string(compact: compact) == "")
      #expect(try reader.string(compact: compact) == "리밸런스")
      #expect(try reader.nullableBytes(compact: compact) == nil)
      #expect(try reader.bytes(compact: compact) == [1, 2])
      #expect(try reader.nullableCount(compact: compact) == nil)
      #expect(try reader.count(compact: compact) == 1)
      #expect(reader.left == 1)
    }
  }

  @Test("lengths that cannot be are refused, each for its own reason")
  func badLengths() {
    #expect(
      kind([0, 9, 1]) { (r) throws(ByteError) in _ = try r.string() }
        == .truncated(needed: 9, left: 1))
    #expect(
      kind([0xFF, 0xFE]) { (r) throws(ByteError) in _ = try r.nullableString() }
        == .negativeLength(-2))
    #expect(
      kind([0xFF, 0xFF]) { (r) throws(ByteError) in _ = try r.string() } == .unexpectedNull)
    #expect(
      kind([0, 1, 0xC3]) { (r) throws(ByteError) in _ = try r.string() } == .invalidUTF8)
    #expect(
      kind([0, 0, 0, 2, 1, 1, 1]) { (r) throws(ByteError) in _ = try r.count(minBytes: 2) }
        == .countBeyondEnd(count: 2, left: 3))
    #expect(kind([1]) { (r) throws(ByteError) in try r.finish() } == .trailingBytes(1))
    #expect(
      kind([1]) { (r) throws(ByteError) in _ = try r.raw(-1) } == .negativeLength(-1))
  }

  @Test("a string longer than its length field can say is not written")
  func longString() {
    var writer = ByteWriter()
    let text = String(repeating: "x", count: 32_768)
    #expect(throws: ByteError(.tooLong(32_768), offset: 0)) { try writer.string(text) }
    #expect(writer.bytes.isEmpty)
  }

  private func kind(
    _ bytes: [UInt8], _ body: (inout ByteReader) throws(ByteError) -> Void
  ) -> ByteError.Kind? {
    var reader = ByteReader(bytes)
    do throws(ByteError) {
      try body(&reader)
      return nil
    } catch {
      return error.kind
    }
  }
}
