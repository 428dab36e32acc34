/// What keys, scripts, recordings and child processes can ask of a source.
public enum Command: Hashable, Sendable {
  case kill(MemberSlot)
  case close(MemberSlot)
  case restart(MemberSlot)
  case add
  case stopPolling(MemberSlot)
  case resumePolling(MemberSlot)
  case cutNetwork(MemberSlot)
  case healNetwork(MemberSlot)
  case processRate(MemberSlot, perSecond: Int64)
}

/// What became of a command.
public enum CommandAnswer: Hashable, Sendable {
  case done
  case refused(Refusal)
}

/// Why a source cannot do it.
public enum Refusal: Hashable, Sendable {
  case lookOnly
  case notOurs
  case notRunning
  case alreadyRunning
  case alreadyClosing
  case tooManyMembers
  case notInThisSource
}
