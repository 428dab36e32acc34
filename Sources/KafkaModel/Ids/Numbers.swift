/// A place in a partition's log. Committed offsets and positions are the *next* one to read.
public struct Offset: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var value: Int64
  public init(_ value: Int64) { self.value = value }
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
  public static func - (a: Self, b: Self) -> Int64 { a.value - b.value }
  public static func + (a: Self, n: Int64) -> Self { Self(a.value + n) }
  public var description: String { "\(value)" }

  /// What OffsetFetch answers where nothing is committed.
  public static let none = Offset(-1)
}

/// Counts the completed join phases of a classic group; -1 where a client has none.
public struct Generation: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var value: Int32
  public init(_ value: Int32) { self.value = value }
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
  public var next: Generation { Generation(value &+ 1) }
  public var description: String { "\(value)" }

  /// `AbstractCoordinator.Generation.NO_GENERATION`.
  public static let none = Generation(-1)
}

/// `node.id` of a broker.
public struct BrokerId: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var value: Int32
  public init(_ value: Int32) { self.value = value }
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }
  public var description: String { "\(value)" }

  public static let none = BrokerId(-1)
}
