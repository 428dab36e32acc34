/// One of the eight hues of owners. The letter decides who is meant, the hue only helps.
public struct Hue: Hashable, Sendable {
  /// 0...7.
  public let index: UInt8

  public static let count = 8

  /// The hue of the owner with this ordinal, counted from 0: every eighth owner has the same.
  public init(owner: Int) {
    index = UInt8(truncatingIfNeeded: owner & (Hue.count - 1))
  }
}
