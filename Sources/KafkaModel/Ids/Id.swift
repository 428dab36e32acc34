/// A name that Kafka gives meaning to: of a group, a member, a topic, a client.
///
/// Compared and ordered by code units, as Kafka does: Swift's `String ==` takes composed and
/// decomposed text for equal and `<` follows Unicode's order, not Java's.
public struct Id<Kind>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let text: String

  public init(_ text: String) { self.text = text }
  public init(stringLiteral text: String) { self.text = text }

  public var description: String { text }
  public var isEmpty: Bool { text.utf8.isEmpty }

  public static func == (a: Self, b: Self) -> Bool {
    // Equal code units are canonically equal too, so the fast comparison may say no at once. It
    // may also say yes of ASCII: what is canonically equal to that and no longer is the same.
    a.text.utf8.count == b.text.utf8.count && a.text == b.text
      && (a.text.utf8Span.isKnownASCII || a.text.utf8.elementsEqual(b.text.utf8))
  }

  /// Java's `String.compareTo`: by UTF-16 code unit.
  public static func < (a: Self, b: Self) -> Bool {
    // Of ASCII, code units are what Swift compares too, and it does so at once.
    if a.text.utf8Span.isKnownASCII && b.text.utf8Span.isKnownASCII { return a.text < b.text }
    return a.text.utf16.lexicographicallyPrecedes(b.text.utf16)
  }

  public func hash(into hasher: inout Hasher) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if done == nil { for byte in text.utf8 { hasher.combine(byte) } }
    hasher.combine(UInt8(0xFF))
  }
}

public enum GroupKind {}
public enum MemberKind {}
public enum InstanceKind {}
public enum TopicKind {}
public enum ClientKind {}
public enum TransactionKind {}

/// `group.id`.
public typealias GroupId = Id<GroupKind>
/// The id the coordinator gives a member: `<client.id or group.instance.id>-<UUID>`; empty = none.
public typealias MemberId = Id<MemberKind>
/// `group.instance.id`: what makes a member static (KIP-345).
public typealias InstanceId = Id<InstanceKind>
public typealias TopicName = Id<TopicKind>
/// `client.id`.
public typealias ClientId = Id<ClientKind>
/// `transactional.id`: what stays the same when a transactional producer starts again.
public typealias TransactionalId = Id<TransactionKind>
