import Export
import KafkaModel

/// A JSON value and where it is, so that a complaint can say so.
struct FieldReader {
  let value: JsonValue
  let path: String

  func error(_ text: String) -> FieldError { FieldError(field: path, text: text) }

  /// nil where it is missing or null.
  subscript(name: String) -> FieldReader? {
    guard case .object(let members) = value,
      let found = members.first(where: { $0.name == name })?.value, found != .null
    else { return nil }
    return FieldReader(value: found, path: Self.join(path, name))
  }

  func required(_ name: String) throws(FieldError) -> FieldReader {
    guard case .object = value else { throw error("an object is expected") }
    guard let field = self[name] else {
      throw FieldError(field: Self.join(path, name), text: "missing")
    }
    return field
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : path + "." + name
  }

  var fields: [(name: String, field: FieldReader)] {
    get throws(FieldError) {
      guard case .object(let members) = value else { throw error("an object is expected") }
      return members.map { ($0.name, FieldReader(value: $0.value, path: Self.join(path, $0.name))) }
    }
  }

  var items: [FieldReader] {
    get throws(FieldError) {
      guard case .array(let items) = value else { throw error("a list is expected") }
      return items.enumerated().map { FieldReader(value: $1, path: "\(path)[\($0)]") }
    }
  }

  var text: String {
    get throws(FieldError) {
      guard case .string(let text) = value else { throw error("a string is expected") }
      return text
    }
  }

  /// A number that Kafka holds in 32 bits.
  var number: Int32 {
    get throws(FieldError) {
      guard case .integer(let number) = value, let narrow = Int32(exactly: number) else {
        throw error("a whole number of 32 bits is expected")
      }
      return narrow
    }
  }

  /// A text that has room in a STRING of Kafka's protocol.
  var name: String {
    get throws(FieldError) {
      let text = try text
      try checkName(text)
      return text
    }
  }

  func checkName(_ text: String) throws(FieldError) {
    if text.utf8.count > Int(Int16.max) { throw error("longer than \(Int16.max) bytes") }
  }

  /// The fields by name, where many are looked up; of two of one name the first.
  var index: Index<String, FieldReader> {
    get throws(FieldError) {
      var index = Index<String, FieldReader>()
      for (name, field) in try fields where !index.contains(name) && field.value != .null {
        index[name] = field
      }
      return index
    }
  }
}
