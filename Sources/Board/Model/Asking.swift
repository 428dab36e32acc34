/// Where a group is asked for from outside, and how often.
public struct Asking: Hashable, Sendable {
  /// `HOST:PORT`; empty where names are not shown.
  public var place: String
  public var everyMs: Int64

  public init(place: String, everyMs: Int64) {
    self.place = place
    self.everyMs = everyMs
  }
}
