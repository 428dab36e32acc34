import KafkaModel

/// Why a frame could not be read or written: what, in which field, at which byte.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
  public var reason: Reason
  /// Kafka's field names with indexes, e.g. `topics[0].partitions[2].error_code`; may be empty.
  public var field: String
  /// Counted from the first byte after the frame's length; nil where no byte is to blame.
  public var offset: Int?

  public init(_ reason: Reason, field: String = "", offset: Int? = nil) {
    self.reason = reason
    self.field = field
    self.offset = offset
  }

  public init(_ error: ByteError, field: String) {
    self.init(.bytes(error.kind), field: field, offset: error.offset)
  }

  public enum Reason: Hashable, Sendable {
    /// The bytes do not hold the value, or the value does not fit the format.
    case bytes(ByteError.Kind)
    /// An API that is not spoken here.
    case unknownApi(Int16)
    case unsupportedVersion(ApiKey, Int16)
    /// The broker and this program share no version, or the broker was not asked yet.
    case noCommonVersion(ApiKey)
    /// The version has room for exactly one element, as before Kafka batched the request.
    case notExactlyOne(Int)
    /// A request whose lists are longer than anybody needs.
    case tooManyElements
    /// A value that exists in the simulation only.
    case notOnTheWire
    /// A frame's length is negative or above the limit.
    case frameLength(Int, limit: Int)
    /// A record batch of another format than v2.
    case recordMagic(Int8)
    /// A record batch whose numbers contradict each other.
    case recordBatch(String)
    case checksum(expected: UInt32, found: UInt32)
    /// A response that answers none, or another, of the requests in flight.
    case correlation(expected: Int32?, found: Int32)
  }

  /// The same error, seen from the structure around it.
  func within(_ name: String, _ index: Int) -> WireError {
    var outer = self
    outer.field = "\(name)[\(index)]" + (field.utf8.isEmpty ? "" : ".\(field)")
    return outer
  }

  public var description: String {
    let place = field.utf8.isEmpty ? "" : "\(field): "
    let byte = offset.map { " at byte \($0)" } ?? ""
    return place + reason.text + byte
  }
}

extension WireError.Reason {
  var text: String {
    switch self {
    case .bytes(let kind): "\(kind)"
    case .unknownApi(let key): "unknown API key \(key)"
    case .unsupportedVersion(let api, let version): "\(api) v\(version) is not supported"
    case .noCommonVersion(let api): "no version of \(api) in common with the broker"
    case .notExactlyOne(let count): "the version has room for exactly one, not \(count)"
    case .tooManyElements: "more elements than a request may have"
    case .notOnTheWire: "a value that is never sent"
    case .frameLength(let length, let limit): "frame of \(length) bytes, limit \(limit)"
    case .recordMagic(let magic): "record batch with magic \(magic)"
    case .recordBatch(let what): "record batch: \(what)"
    case .checksum(let expected, let found): "CRC-32C \(found), expected \(expected)"
    case .correlation(let expected?, let found): "answer to \(found), expected \(expected)"
    case .correlation(nil, let found): "answer to \(found), nothing in flight"
    }
  }
}
