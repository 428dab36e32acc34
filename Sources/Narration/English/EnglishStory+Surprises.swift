/// What most people expect otherwise: an instance id twice, a poll() that is late, two bounces.
extension EnglishStory {
  func whySurprise(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .sameInstance(let slot, let other):
      "\(slot.letter) was started with the group.instance.id that \(other.letter) has."
    case .fenced(let slot, let other, let reads):
      """
      \(other.letter) came with the same group.instance.id and has \(slot.letter)'s \
      \(reads ? "partitions" : "place"); \
      \(slot.letter) does not know.
      """
    case .comesBack(let slot):
      "\(slot.letter) has found out that it is out: all it had is lost, it joins anew."
    case .leavesUnpolled(let slot, let limit):
      "\(slot.letter)'s poll() is late\(terms.limit(limit)): its heartbeat thread sends LeaveGroup."
    case .quietUnpolled(let slot, let limit):
      """
      \(slot.letter)'s poll() is late\(terms.limit(limit)): a static member only stops its \
      heartbeats.
      """
    case .someKeep(let slots):
      """
      \(terms.list(slots)) \(slots.count == 1 ? "keeps what it has" : "keep what they have"); the \
      others are eager and give up all.
      """
    // The heading names the assignor.
    case .eagerAsYet: "All stop while any list has an eager one."
    case .commonOnly(let assignor): "All lists have only \(assignor) in common."
    default: ""
    }
  }

  func nextSurprise(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .refusedUntilChanged(let slot):
      "However often \(slot.letter) asks, it stays outside until its settings are changed."
    case .takesPlaceOf(let slot, let other):
      """
      \(slot.letter) takes \(other.letter)'s place and partitions without a rebalance; \
      \(other.letter) is fenced.
      """
    case .toldFenced(let slot):
      """
      \(slot.letter)'s next heartbeat or commit is answered FENCED_INSTANCE_ID, and \
      \(slot.letter) fails.
      """
    case .fencesInTurn(let slot, let other):
      """
      Started again, \(slot.letter) would fence \(other.letter): each needs a \
      group.instance.id of its own.
      """
    case .pollWithin(let slot, let ms):
      "\(slot.letter)'s next poll() must come within \(terms.seconds(ms)), or it leaves."
    default: ""
    }
  }
}
