/// Bars drawn with block elements, eighth by eighth.
public enum Bar {
  private static let lefts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels: [Glyph] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar to the right: `value` of `full` in `columns`. Not empty unless the value is 0, and
  /// never longer than full.
  public static func horizontal(value: Int64, full: Int64, columns: Int) -> String {
    guard value > 0, full > 0, columns > 0 else { return "" }
    let eighths = max(1, scaled(value, full, to: Int64(columns) * 8))
    var text = String(repeating: "█", count: Int(eighths / 8))
    if eighths % 8 > 0 { text.append(lefts[Int(eighths % 8) - 1]) }
    return text
  }

  /// A bar upwards in one cell, `▁` to `█`; nil for nothing.
  public static func vertical(value: Int64, full: Int64) -> Glyph? {
    guard value > 0, full > 0 else { return nil }
    return levels[Int(max(1, scaled(value, full, to: 8))) - 1]
  }

  /// The next 1, 2 or 5 times a power of ten: a full length that does not change at each record.
  public static func roundFull(_ largest: Int64) -> Int64 {
    var power: Int64 = 1
    while true {
      for factor: Int64 in [1, 2, 5] {
        let (full, tooLarge) = power.multipliedReportingOverflow(by: factor)
        if tooLarge { return Int64.max }
        if full >= largest { return full }
      }
      let (next, tooLarge) = power.multipliedReportingOverflow(by: 10)
      if tooLarge { return Int64.max }
      power = next
    }
  }

  /// `value / full * steps`, rounded half up.
  private static func scaled(_ value: Int64, _ full: Int64, to steps: Int64) -> Int64 {
    if value >= full { return steps }
    let product = value.multipliedFullWidth(by: steps)
    let (quotient, remainder) = full.dividingFullWidth(product)
    return remainder >= full - remainder ? quotient + 1 : quotient
  }
}
