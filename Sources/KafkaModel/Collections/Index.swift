/// A lookup table that cannot be walked: its order would differ between two runs.
///
/// The one place in the pure targets where a `Dictionary` is named; ordered walks go through
/// arrays or `OrderedDictionary`.
public struct Index<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var storage: [Key: Value] = [:]

  public init() {}

  public subscript(key: Key) -> Value? {
    get { storage[key] }
    set { storage[key] = newValue }
  }

  public var count: Int { storage.count }
  public var isEmpty: Bool { storage.isEmpty }
  public func contains(_ key: Key) -> Bool { storage[key] != nil }
  public mutating func removeAll() { storage.removeAll(keepingCapacity: true) }
}
