import Foundation
import KafkaModel

/// A JSON value that is looked into by name; what is missing is `nil` or empty.
struct Json {
  let value: Any?

  init(_ value: Any?) { self.value = value is NSNull ? nil : value }

  init(parsing text: Substring) throws {
    self.init(try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  subscript(key: String) -> Json { Json((value as? [String: Any])?[key]) }
  /// Present, be it as null.
  func has(_ key: String) -> Bool { (value as? [String: Any])?[key] != nil }

  var isNull: Bool { value == nil }
  var list: [Json] { (value as? [Any] ?? []).map { Json($0) } }
  var text: String? { value as? String }
  var string: String { text ?? "" }
  var number: Int64? { (value as? NSNumber)?.int64Value }
  var int: Int64 { number ?? 0 }
  var int32: Int32 { Int32(int) }
  var flag: Bool { (value as? NSNumber)?.boolValue ?? false }

  /// Bytes written as lower-case hexadecimal digits.
  var bytes: [UInt8] {
    let digits = Array(string)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  func id<Kind>() -> Id<Kind> { Id(string) }
  func optionalId<Kind>() -> Id<Kind>? { text.map { Id($0) } }
  var error: ErrorCode { ErrorCode(Int16(int)) }
}
