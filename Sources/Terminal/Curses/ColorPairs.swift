import CNcursesw
import Screen

/// The pairs of colors in use, made when first wanted: a terminal has tens of thousands at most,
/// a theme a few dozen.
struct ColorPairs {
  private var numbers: [Attributes: Int32] = [:]
  private var made: Int32 = 0

  mutating func style(_ wanted: Attributes) -> CursesStyle {
    var bits: attr_t = 0
    if wanted.isBold { bits |= regroup_attr_bold() }
    if wanted.isReversed { bits |= regroup_attr_reverse() }
    return CursesStyle(attributes: bits, pair: pair(wanted))
  }

  private mutating func pair(_ wanted: Attributes) -> Int32 {
    let colors = Attributes(foreground: wanted.foreground, background: wanted.background)
    guard colors != Attributes() else { return 0 }
    if let number = numbers[colors] { return number }
    let foreground = colors.foreground.map(Int32.init) ?? -1
    let background = colors.background.map(Int32.init) ?? -1
    let next = made + 1
    guard init_extended_pair(next, foreground, background) == OK else { return 0 }
    made = next
    numbers[colors] = next
    return next
  }
}
