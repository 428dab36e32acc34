/// What a pattern is made of.
indirect enum PatternNode {
  case scalar(ScalarSet)
  case begin
  case end
  case sequence([PatternNode])
  case choice([PatternNode])
  /// At most nil: without end.
  case repeated(PatternNode, least: Int, most: Int?)
}

/// Characters that one place of a text may have.
struct ScalarSet {
  var ranges: [ClosedRange<Unicode.Scalar>]
  var isInverted = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar) } != isInverted
  }

  static let digit = ScalarSet(ranges: ["0"..."9"])
  static let word = ScalarSet(ranges: ["0"..."9", "A"..."Z", "_"..."_", "a"..."z"])
  static let space = ScalarSet(ranges: ["\t"..."\n", "\u{C}"..."\r", " "..." "])
  static let any = ScalarSet(ranges: ["\n"..."\n"], isInverted: true)

  var inverted: ScalarSet { ScalarSet(ranges: ranges, isInverted: !isInverted) }
}

/// Reads a pattern in RE2's syntax.
struct PatternReader {
  private var rest: ArraySlice<Unicode.Scalar>
  private var depth = 0

  private static let mostScalars = 1_000
  private static let mostDepth = 100
  private static let mostRepeats = 1_000

  private struct NoPattern: Error {}

  static func node(of text: String) -> PatternNode? {
    let scalars = Array(text.unicodeScalars.prefix(mostScalars + 1))
    guard scalars.count <= mostScalars else { return nil }
    var reader = PatternReader(rest: scalars[...])
    guard let node = try? reader.choice(), reader.rest.isEmpty else { return nil }
    return node
  }

  private init(rest: ArraySlice<Unicode.Scalar>) { self.rest = rest }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func next() throws(NoPattern) -> Unicode.Scalar {
    guard let scalar = rest.popFirst() else { throw NoPattern() }
    return scalar
  }

  private mutating func choice() throws(NoPattern) -> PatternNode {
    var nodes = [try sequence()]
    while take("|") { nodes.append(try sequence()) }
    return nodes.count == 1 ? nodes[0] : .choice(nodes)
  }

  private mutating func sequence() throws(NoPattern) -> PatternNode {
    var nodes: [PatternNode] = []
    while let first = rest.first, first != "|", first != ")" { nodes.append(try repeated()) }
    return .sequence(nodes)
  }

  private mutating func repeated() throws(NoPattern) -> PatternNode {
    let node = try atom()
    guard let (least, most) = try count() else { return node }
    // Greedy or not: a whole text matches or does not.
    _ = take("?")
    guard try count() == nil else { throw NoPattern() }
    return .repeated(node, least: least, most: most)
  }

  private mutating func count() throws(NoPattern) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard let (least, most) = braces() else { return nil }
    guard least <= Self.mostRepeats, (most ?? 0) <= Self.mostRepeats, least <= most ?? least
    else { throw NoPattern() }
    return (least, most)
  }

  /// What only looks like a number of times stands for itself.
  private mutating func braces() -> (Int, Int?)? {
    var ahead = self
    guard ahead.take("{"), let least = ahead.number() else { return nil }
    var most: Int? = least
    if ahead.take(",") { most = ahead.number() }
    guard ahead.take("}") else { return nil }
    self = ahead
    return (least, most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let digit = rest.first, ScalarSet.digit.contains(digit), digits.utf8.count < 9 {
      digits.unicodeScalars.append(digit)
      rest.removeFirst()
    }
    return Int(digits)
  }

  private mutating func atom() throws(NoPattern) -> PatternNode {
    let scalar = try next()
    switch scalar {
    case "(": return try group()
    case "[": return .scalar(try brackets())
    case ".": return .scalar(.any)
    case "^": return .begin
    case "$": return .end
    case "\\": return .scalar(try escaped())
    case "*", "+", "?", ")": throw NoPattern()
    default: return .scalar(ScalarSet(ranges: [scalar...scalar]))
    }
  }

  private mutating func group() throws(NoPattern) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.mostDepth { throw NoPattern() }
    if take("?"), !take(":") { throw NoPattern() }
    let node = try choice()
    guard take(")") else { throw NoPattern() }
    return node
  }

  private mutating func escaped() throws(NoPattern) -> ScalarSet {
    let scalar = try next()
    switch scalar {
    case "d": return .digit
    case "D": return .digit.inverted
    case "w": return .word
    case "W": return .word.inverted
    case "s": return .space
    case "S": return .space.inverted
    case "t": return ScalarSet(ranges: ["\t"..."\t"])
    case "n": return ScalarSet(ranges: ["\n"..."\n"])
    case "r": return ScalarSet(ranges: ["\r"..."\r"])
    default:
      // A letter means something that is not spoken here.
      if ScalarSet.word.contains(scalar), scalar != "_" { throw NoPattern() }
      return ScalarSet(ranges: [scalar...scalar])
    }
  }

  private mutating func brackets() throws(NoPattern) -> ScalarSet {
    var set = ScalarSet(ranges: [], isInverted: take("^"))
    var isFirst = true
    while isFirst || rest.first != "]" {
      isFirst = false
      let from = try member()
      guard from.ranges.count == 1, !from.isInverted, rest.first == "-",
        rest.dropFirst().first != "]", let low = from.ranges.first?.lowerBound
      else {
        if from.isInverted { throw NoPattern() }
        set.ranges += from.ranges
        continue
      }
      rest.removeFirst()
      guard let high = try member().ranges.first?.lowerBound, low <= high else {
        throw NoPattern()
      }
      set.ranges.append(low...high)
    }
    rest.removeFirst()
    return set
  }

  private mutating func member() throws(NoPattern) -> ScalarSet {
    let scalar = try next()
    if scalar == "\\" { return try escaped() }
    if scalar == "[", rest.first == ":" { throw NoPattern() }
    return ScalarSet(ranges: [scalar...scalar])
  }
}
