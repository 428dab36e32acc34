/// A password, a key: it can be used, and prints as nothing that tells it.
public struct Secret: Hashable, Sendable {
  /// What nobody shall read.
  public let text: String

  public init(_ text: String) { self.text = text }

  /// What stands in the place of a secret (`Password.HIDDEN`).
  public static let hidden = "[hidden]"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { Self.hidden }
  public var debugDescription: String { Self.hidden }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
