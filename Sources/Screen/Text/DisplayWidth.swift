/// How many columns text takes in a terminal.
///
/// A grapheme cluster is as wide as its widest scalar; marks and the vowels and finals of
/// decomposed Hangul take none. The tables are this program's own, because the C library's answer
/// depends on the locale.
public enum DisplayWidth {
  /// 0, 1 or 2 columns.
  ///
  /// - Parameter ambiguous: what scalars of East Asian Width A take, 1 or 2.
  public static func of(_ scalar: Unicode.Scalar, ambiguous: Int = 1) -> Int {
    let value = scalar.value
    if value < 0xa1 { return 1 }
    if value >= 0xac00, value <= 0xd7a3 { return 2 }
    if contains(value, zeroRanges) { return 0 }
    if contains(value, wideRanges) { return 2 }
    return ambiguous != 1 && contains(value, ambiguousRanges) ? ambiguous : 1
  }

  /// The widest scalar of the cluster, at least one column.
  public static func of(_ character: Character, ambiguous: Int = 1) -> Int {
    var widest = 1
    for scalar in character.unicodeScalars {
      widest = max(widest, of(scalar, ambiguous: ambiguous))
    }
    return widest
  }

  /// The sum over the clusters of a text.
  public static func of(_ text: some StringProtocol, ambiguous: Int = 1) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1, ambiguous: ambiguous) }
  }

  private static func contains(_ value: UInt32, _ ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value < ranges[2 * middle] {
        high = middle
      } else if value > ranges[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
