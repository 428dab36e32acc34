import Screen

/// Block elements and lines as exact shapes, so that a picture is the same with every font.
enum SvgShape {
  /// The path of `count` equal glyphs side by side; nil for what is to be written as text.
  static func path(_ glyph: Glyph, count: Int, column: Int, row: Int) -> String? {
    guard let value = glyph.onlyScalar?.value else { return nil }
    let x = SvgGrid.x(column)
    let y = SvgGrid.y(row)
    let width = SvgGrid.cellWidth
    let height = SvgGrid.cellHeight
    switch value {
    case 0x2580: return box(x, y, count * width, height / 2)
    case 0x2581...0x2588:
      let part = height / 8 * Int(value - 0x2580)
      return box(x, y + height - part, count * width, part)
    case 0x2589...0x258f:
      let part = width / 8 * Int(0x2590 - value)
      return each(count) { box(x + $0 * width, y, part, height) }
    case 0x2591: return shade(x, y, count)
    case 0x2500: return box(x, y + height / 2, count * width, 8)
    case 0x254c: return each(2 * count) { box(x + $0 * 40 + 8, y + height / 2, 24, 8) }
    case 0x254d: return each(2 * count) { box(x + $0 * 40 + 8, y + height / 2 - 12, 24, 24) }
    case 0x2502: return each(count) { box(x + $0 * width + 40, y, 8, height) }
    case 0x254e:
      return each(2 * count) { box(x + $0 / 2 * width + 40, y + $0 % 2 * 80 + 16, 8, 48) }
    case 0x25b8: return each(count) { triangle(x + $0 * width + 16, y + 80, 48) }
    case 0x25c2: return each(count) { triangle(x + $0 * width + 64, y + 80, -48) }
    default: return nil
    }
  }

  private static func each(_ count: Int, _ one: (Int) -> String) -> String {
    (0..<count).map(one).joined()
  }

  private static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    "M\(x) \(y)h\(width)v\(height)h-\(width)z"
  }

  /// Pointing to the side where `width` leads.
  private static func triangle(_ x: Int, _ middle: Int, _ width: Int) -> String {
    "M\(x) \(middle - 32)l\(width) 32l\(-width) 32z"
  }

  /// A quarter of the area, in dots of one pixel.
  private static func shade(_ x: Int, _ y: Int, _ count: Int) -> String {
    let dots = SvgGrid.cellWidth * count / 16
    return each(SvgGrid.cellHeight / 16) { line in
      let shift = line % 2 * 8
      var path = "M\(x + shift) \(y + line * 16)"
      for dot in 0..<dots {
        path += "h8v8h-8z" + (dot + 1 < dots ? "m16 0" : "")
      }
      return path
    }
  }
}
