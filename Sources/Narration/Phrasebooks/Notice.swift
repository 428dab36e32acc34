import Feed

/// Why a key did nothing, or what it did.
public enum Notice: Hashable, Sendable {
  case refused(Refusal)
  case nobodyToActOn(KeyAction)
  case cannotTravel
  case atTheStart
  case alwaysLive
  case speedEnds
  case unknownKey
}
