/// A text whose parts differ in weight; written as an interpolated literal.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  public enum Emphasis: Hashable, Sendable {
    case plain
    case strong
    /// Says that something is not read: the one meaning of red.
    case notRead
  }

  public struct Span: Hashable, Sendable {
    public var text: String
    public var emphasis: Emphasis
  }

  public private(set) var spans: [Span] = []

  public init(_ text: String, _ emphasis: Emphasis = .plain) { append(text, emphasis) }
  public init(stringLiteral text: String) { self.init(text) }
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.phrase }

  public var text: String { spans.reduce("") { $0 + $1.text } }
  public var isEmpty: Bool { spans.isEmpty }

  public mutating func append(_ text: String, _ emphasis: Emphasis = .plain) {
    guard !text.isEmpty else { return }
    if spans.last?.emphasis == emphasis {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, emphasis: emphasis))
    }
  }

  public mutating func append(_ other: Phrase) {
    for span in other.spans { append(span.text, span.emphasis) }
  }

  /// Sentences one after the other.
  static func joined(_ phrases: [Phrase], by separator: String = " ") -> Phrase {
    var all = Phrase("")
    for phrase in phrases where !phrase.isEmpty {
      if !all.isEmpty { all.append(separator) }
      all.append(phrase)
    }
    return all
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    var phrase = Phrase("")

    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ text: String) { phrase.append(text) }
    public mutating func appendInterpolation(_ text: String) { phrase.append(text) }
    public mutating func appendInterpolation(_ number: some BinaryInteger) {
      phrase.append("\(number)")
    }
    public mutating func appendInterpolation(_ other: Phrase) { phrase.append(other) }
    public mutating func appendInterpolation(strong text: String) {
      phrase.append(text, .strong)
    }
    public mutating func appendInterpolation(notRead text: String) {
      phrase.append(text, .notRead)
    }
  }
}
