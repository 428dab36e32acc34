/// A JSON document, with integers only and objects that keep their order.
public enum JsonValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case string(String)
  case array([JsonValue])
  /// Names and values in the order in which they are written. Names are not checked for being
  /// unique.
  case object([Member])

  /// One name of an object with its value.
  public struct Member: Hashable, Sendable {
    public let name: String
    public let value: JsonValue

    public init(_ name: String, _ value: JsonValue) {
      self.name = name
      self.value = value
    }
  }

  /// An integer of any width; one that does not fit is written as a string of digits, as no
  /// reader of JSON could hold it either.
  public static func number(_ value: some BinaryInteger) -> JsonValue {
    Int64(exactly: value).map(JsonValue.integer) ?? .string(String(value))
  }

  /// The string, or null.
  public static func optional(_ text: String?) -> JsonValue {
    text.map(JsonValue.string) ?? .null
  }
}

extension JsonValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JsonValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JsonValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
