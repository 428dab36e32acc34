/// How fast virtual time runs: a power of two between a quarter and 64 times real time.
public struct Speed: Hashable, Sendable {
  /// 1 is a quarter, 4 is real time, 256 is 64 times.
  public let quarters: Int64

  private init(quarters: Int64) { self.quarters = quarters }

  public static let normal = Speed(quarters: 4)

  /// From the slowest to the fastest.
  static let all: [Speed] = (0...8).map { Speed(quarters: 1 << $0) }

  /// The next one, or nil at the end.
  public var faster: Speed? { quarters < 256 ? Speed(quarters: quarters * 2) : nil }
  public var slower: Speed? { quarters > 1 ? Speed(quarters: quarters / 2) : nil }

  /// Milliseconds of virtual time that pass in so many real ones.
  public func virtualMs(realMs: Int64) -> Int64 { realMs * quarters / 4 }
  /// Real milliseconds, rounded up, until so many virtual ones have passed.
  public func realMs(virtualMs: Int64) -> Int64 { (virtualMs * 4 + quarters - 1) / quarters }

  public var text: String { number + "×" }

  /// How many times real time.
  var number: String {
    switch quarters {
    case 1: "0.25"
    case 2: "0.5"
    default: "\(quarters / 4)"
    }
  }
}
