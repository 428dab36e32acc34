/// The world's only source of chance, so that a seed names a run: SplitMix64 (Steele, Lea, Flood
/// 2014).
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from `range`, both ends included.
  public mutating func int(in range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &self)
  }

  /// True in `percent` of 100 cases.
  public mutating func chance(percent: Int64) -> Bool { int(in: 0...99) < percent }

  /// A version 4 UUID (RFC 9562) in Java's text form.
  public mutating func uuid() -> String {
    let high = (next() & ~0xF000) | 0x4000
    let low = (next() & ~(0b11 << 62)) | (0b10 << 62)
    let hex = Self.hex(high) + Self.hex(low)
    return [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)]
      .map { String(decoding: hex[$0.0..<$0.1], as: UTF8.self) }.joined(separator: "-")
  }

  private static func hex(_ value: UInt64) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return (0..<16).map { digits[Int((value >> UInt64(60 - 4 * $0)) & 0xF)] }
  }
}
