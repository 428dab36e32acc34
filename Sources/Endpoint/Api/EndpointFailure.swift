/// Why there is no listener.
public struct EndpointFailure: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
