/// Why bytes could not be read or written, and at which one.
public struct ByteError: Error, Hashable, Sendable, CustomStringConvertible {
  public var kind: Kind
  /// Counted from the first byte given to the reader or made by the writer.
  public var offset: Int

  public init(_ kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  public enum Kind: Hashable, Sendable {
    /// The bytes end before the value does.
    case truncated(needed: Int, left: Int)
    /// A length or count that is negative, where null is not allowed or below -1.
    case negativeLength(Int64)
    /// A count of elements that the bytes left cannot hold.
    case countBeyondEnd(count: Int64, left: Int)
    /// Null where the version or the field has none.
    case unexpectedNull
    /// More than 5 (varint) or 10 (varlong) bytes, or bits beyond the type.
    case varintTooLong
    case invalidUTF8
    /// Bytes after the last field.
    case trailingBytes(Int)
    /// To be written: longer than the length field can say.
    case tooLong(Int)
  }

  public var description: String { "\(kind) at byte \(offset)" }
}

extension ByteError.Kind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .truncated(let needed, let left): "\(needed) bytes needed, \(left) left"
    case .negativeLength(let length): "length \(length)"
    case .countBeyondEnd(let count, let left): "\(count) elements in \(left) bytes"
    case .unexpectedNull: "null where it is not allowed"
    case .varintTooLong: "varint too long"
    case .invalidUTF8: "text is not UTF-8"
    case .trailingBytes(let count): "\(count) bytes after the end"
    case .tooLong(let length): "length \(length) does not fit"
    }
  }
}
