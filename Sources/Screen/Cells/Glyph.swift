/// One grapheme cluster in eight bytes: its first three scalars, 21 bits each.
///
/// Three scalars hold a decomposed Hangul syllable or a letter with two marks. What a longer
/// cluster has beyond them (an emoji family) is dropped, so that cells stay flat and comparable.
public struct Glyph: Hashable, Sendable {
  let bits: UInt64

  /// An empty cell.
  public static let space = Glyph(Unicode.Scalar(UInt8(ascii: " ")))

  public init(_ scalar: Unicode.Scalar) {
    bits = UInt64(scalar.value)
  }

  /// The cluster's first three scalars. A control character becomes `?`: escape sequences in
  /// somebody's client id never reach the terminal.
  public init(_ character: Character) {
    var bits: UInt64 = 0
    var shift: UInt64 = 0
    for scalar in character.unicodeScalars where shift < 63 {
      let isControl = scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
      bits |= UInt64(isControl ? 0x3f : scalar.value) << shift
      shift += 21
      if isControl { break }
    }
    self.bits = bits
  }

  /// One to three scalars.
  public var scalars: [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    var rest = bits
    repeat {
      if let scalar = Unicode.Scalar(UInt32(rest & 0x1f_ffff)) { found.append(scalar) }
      rest >>= 21
    } while rest != 0
    return found
  }

  /// The scalar when there is just one.
  public var onlyScalar: Unicode.Scalar? {
    bits < 0x20_0000 ? Unicode.Scalar(UInt32(bits)) : nil
  }

  /// The cluster as text.
  public var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// 1 or 2 columns; a lone mark takes one.
  public var columns: Int {
    if bits < 0x7f { return 1 }
    var widest = 1
    var rest = bits
    while rest != 0 {
      if let scalar = Unicode.Scalar(UInt32(rest & 0x1f_ffff)) {
        widest = max(widest, DisplayWidth.of(scalar))
      }
      rest >>= 21
    }
    return widest
  }
}

extension Glyph: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: Character) {
    self.init(value)
  }
}
