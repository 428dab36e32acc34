import KafkaModel
import Testing

@Suite("CRC-32C")
struct Crc32CTests {
  @Test("the vectors of RFC 3720 B.4 and the usual check value")
  func knownVectors() {
    let up = (0..<32).map { UInt8($0) }
    #expect(Crc32C.checksum([]) == 0)
    #expect(Crc32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(Crc32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(Crc32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(Crc32C.checksum(up) == 0x46DD_794E)
    #expect(Crc32C.checksum(Array(up.reversed())) == 0x113F_DB5C)
  }

  @Test("a part of the bytes")
  func part() {
    let framed = [7, 7] + Array("123456789".utf8) + [7]
    #expect(Crc32C.checksum(framed, in: 2..<11) == 0xE306_9283)
  }
}
