/// 128 bits that name a topic (KIP-516); `org.apache.kafka.common.Uuid`.
public struct Uuid: Hashable, Sendable, CustomStringConvertible {
  public var high: UInt64
  public var low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Kafka's `ZERO_UUID`: none.
  public static let zero = Uuid(high: 0, low: 0)

  /// Kafka's text form: URL-safe base64 without padding, 22 characters.
  public var description: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    let digits = (0..<22).map { index in alphabet[Int(bits(from: 6 * index, count: 6))] }
    return String(decoding: digits, as: UTF8.self)
  }

  /// RFC 9562's text form, as `java.util.UUID` prints it.
  public var hyphenated: String {
    let alphabet = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append(0x2D) }
      text.append(alphabet[Int(bits(from: 4 * index, count: 4))])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Bits beyond the 128 are 0.
  private func bits(from start: Int, count: Int) -> UInt64 {
    (start..<start + count).reduce(0) { value, index in
      let word = index < 64 ? high : index < 128 ? low : 0
      return value << 1 | (word >> UInt64(63 - index % 64)) & 1
    }
  }
}
