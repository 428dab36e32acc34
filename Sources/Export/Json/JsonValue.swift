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

  /// An integer of any width; one beyond Int64 is written as a string of digits, as few readers
  /// of JSON could hold it.
  public static func number(_ value: some BinaryInteger) -> JsonValue {
    Int64(exactly: value).map(JsonValue.integer) ?? .string(String(value))
  }

  /// The number, or null for what is not known.
  public static func optional(number: (some BinaryInteger)?) -> JsonValue {
    guard let number else { return .null }
    return .number(number)
  }

  /// The string, or null for what is not known.
  public static func optional(_ text: String?) -> JsonValue {
    text.map(JsonValue.string) ?? .null
  }
}
