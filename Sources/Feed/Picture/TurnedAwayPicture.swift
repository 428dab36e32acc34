/// Somebody who came to a broker of ours and was hung up on.
public struct TurnedAwayPicture: Hashable, Sendable {
  public let host: String
  public let why: TurnedAway
  public let atMs: Int64
}
