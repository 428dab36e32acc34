/// Java's `Properties.load`: comments, three separators, escapes, lines that go on.
///
/// Letter by letter (scalars): what a font makes one sign of may be a separator and more.
enum Properties {
  typealias Text = [UnicodeScalar]

  /// The entries in their order; of two with one key the later counts, which is the reader's to do.
  static func lines(_ text: String) -> [PropertyLine] {
    var found: [PropertyLine] = []
    var logical: Text = []
    var start = 0
    var goesOn = false
    for (index, natural) in natural(text).enumerated() {
      let rest = natural.drop(while: isSpace)
      if !goesOn {
        guard let first = rest.first, first != "#", first != "!" else { continue }
        start = index + 1
        logical = []
      }
      logical += rest
      goesOn = endsOpen(rest)
      if goesOn {
        logical.removeLast()
      } else {
        found.append(entry(logical, start))
      }
    }
    // A file that ends inside a line that goes on.
    if goesOn, !logical.isEmpty { found.append(entry(logical, start)) }
    return found
  }

  /// Lines end with LF, CR, or both.
  private static func natural(_ text: String) -> [Text] {
    var lines: [Text] = [[]]
    var wasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !wasReturn) {
        lines.append([])
      } else if scalar != "\n" {
        lines[lines.count - 1].append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return lines
  }

  /// An odd number of backslashes at the end: the next line belongs to it.
  private static func endsOpen(_ line: ArraySlice<UnicodeScalar>) -> Bool {
    line.reversed().prefix { $0 == "\\" }.count % 2 == 1
  }

  private static func isSpace(_ scalar: UnicodeScalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{0C}"
  }

  private static func isSign(_ scalar: UnicodeScalar) -> Bool { scalar == "=" || scalar == ":" }

  private static func entry(_ logical: Text, _ line: Int) -> PropertyLine {
    var at = 0
    while at < logical.count, !isSign(logical[at]), !isSpace(logical[at]) {
      at += logical[at] == "\\" ? 2 : 1
    }
    let end = min(at, logical.count)
    var rest = logical[end...].drop(while: isSpace)
    if let sign = rest.first, isSign(sign) { rest = rest.dropFirst().drop(while: isSpace) }
    return PropertyLine(key: unescaped(logical[..<end]), value: unescaped(rest), line: line)
  }

  /// `\n`, `\t`, `\r`, `\f`, `\uXXXX`; any other escaped letter is itself.
  private static func unescaped(_ text: ArraySlice<UnicodeScalar>) -> String {
    var units: [UInt16] = []
    var rest = text
    while let next = rest.popFirst() {
      guard next == "\\" else {
        units += UTF16.encode(next).map { Array($0) } ?? []
        continue
      }
      guard let escaped = rest.popFirst() else { break }
      if escaped == "u", let unit = unit(&rest) {
        units.append(unit)
      } else {
        units += UTF16.encode(controls[escaped] ?? escaped).map { Array($0) } ?? []
      }
    }
    // Two units that are halves of one letter meet here.
    return String(decoding: units, as: UTF16.self)
  }

  private static let controls: [UnicodeScalar: UnicodeScalar] = [
    "n": "\n", "t": "\t", "r": "\r", "f": "\u{0C}",
  ]

  private static func unit(_ rest: inout ArraySlice<UnicodeScalar>) -> UInt16? {
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: rest.prefix(4))
    guard digits.count == 4, let unit = UInt16(String(digits), radix: 16) else { return nil }
    rest = rest.dropFirst(4)
    return unit
  }

  /// The text as a value that `lines` reads again, in one line and without tabs.
  static func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let letter = controls.first(where: { $0.value == scalar })?.key {
        output.append(contentsOf: ["\\", letter])
      } else if scalar == "\\" || scalar == " " {
        output.append(contentsOf: ["\\", scalar])
      } else {
        output.append(scalar)
      }
    }
    return String(output)
  }
}
