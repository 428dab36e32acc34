extension GlyphSet {
  /// The glyph this set shows in place of `glyph`, with the same width.
  public func translate(_ glyph: Glyph) -> Glyph {
    guard self != .unicode, let scalar = glyph.onlyScalar, !scalar.isASCII else { return glyph }
    if let plain = GlyphSet.ambiguous(scalar.value) { return Glyph(plain) }
    switch self {
    case .unicode: return glyph
    case .ascii: return Glyph(GlyphSet.neutral(scalar.value) ?? scalar)
    case .ambiguousWide:
      let isSafe = DisplayWidth.of(scalar, ambiguous: 2) == DisplayWidth.of(scalar)
      return isSafe ? glyph : "?"
    }
  }

  /// The same for a line of text.
  public func translate(_ text: String) -> String {
    guard self != .unicode else { return text }
    return text.map { translate(Glyph($0)).text }.joined()
  }

  /// Drawing glyphs whose width terminals disagree about.
  private static func ambiguous(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x2581...0x2583: "-"  // ▁▂▃
    case 0x2584, 0x2585: "+"  // ▄▅
    case 0x2586...0x2588: "="  // ▆▇█
    case 0x2589...0x258c: "="  // ▉▊▋▌ are the larger half of a column
    case 0x258d...0x258f: "|"  // ▍▎▏ the smaller one, and the tick
    case 0x2580: "="  // ▀
    case 0x2592: "%"  // ▒
    case 0x2500: "-"  // ─
    case 0x2502: "|"  // │
    case 0x2020: "x"  // †
    case 0x2605: "*"  // ★
    case 0x00b7: "-"  // ·
    case 0x2192: ">"  // →
    case 0x2190: "<"  // ←
    case 0x2191: "^"  // ↑
    case 0x2193: "v"  // ↓
    case 0x00d7: "x"  // ×
    case 0x2260: "!"  // ≠
    case 0x2018, 0x2019: "'"
    case 0x201c, 0x201d: "\""
    default: nil
    }
  }

  /// Drawing glyphs of one column everywhere, but not of ASCII.
  private static func neutral(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x2591: "?"  // ░
    case 0x254d, 0x254c: "."  // ╍╌
    case 0x254e: ":"  // ╎
    case 0x25c2, 0x2039: "<"  // ◂‹
    case 0x25b8, 0x203a: ">"  // ▸›
    case 0x2717: "X"  // ✗
    default: nil
    }
  }
}

extension Frame {
  /// The same picture in the glyphs of another set; every row keeps its width.
  public func translated(to set: GlyphSet) -> Frame {
    guard set != .unicode else { return self }
    var frame = self
    frame.changeCells { cell in
      Cell(glyph: set.translate(cell.glyph), role: cell.role)
    }
    return frame
  }
}
