import Feed

/// Notices who says nothing any more: the broker, or a process of ours.
///
/// What we do ourselves is no news. Only an answer makes the picture fresh, and only a line from
/// a member shows that it does what it last said.
struct Attention {
  private struct Voice {
    var heardMs: Int64
    var isReporting = true
  }

  private var answeredMs: Int64?
  private var toldMs: Int64?
  private var isBlind = false
  private var voices: [MemberSlot: Voice] = [:]

  /// A broker is asked twice a second, and a member says something twice a second.
  static let patienceMs: Int64 = 2_000
  /// How finely the age of what is shown is told.
  private static let grainMs: Int64 = 200

  var hasBeenAnswered: Bool { answeredMs != nil }

  /// The broker has answered something.
  mutating func answered(_ nowMs: Int64) -> [FeedEvent] {
    answeredMs = nowMs
    if !isBlind, let toldMs, nowMs - toldMs < Self.grainMs { return [] }
    toldMs = nowMs
    isBlind = false
    return [.brokerAnswered]
  }

  /// All that was asked since has failed.
  mutating func failed(askedMs: Int64) -> [FeedEvent] {
    guard let answeredMs, answeredMs < askedMs else { return [] }
    return blinded()
  }

  /// A member has said something.
  mutating func heard(_ slot: MemberSlot, _ nowMs: Int64) -> [FeedEvent] {
    let wasReporting = voices[slot]?.isReporting ?? true
    voices[slot] = Voice(heardMs: nowMs)
    return wasReporting ? [] : [.reporting(slot, true)]
  }

  /// A member's process has ended, which says it all.
  mutating func ended(_ slot: MemberSlot) { voices[slot] = nil }

  /// Time has passed.
  mutating func passed(_ nowMs: Int64) -> [FeedEvent] {
    var events: [FeedEvent] = []
    if let answeredMs, nowMs - answeredMs > Self.patienceMs { events += blinded() }
    for slot in voices.keys.sorted() {
      guard let voice = voices[slot], voice.isReporting,
        nowMs - voice.heardMs > Self.patienceMs
      else { continue }
      voices[slot]?.isReporting = false
      events.append(.reporting(slot, false))
    }
    return events
  }

  private mutating func blinded() -> [FeedEvent] {
    if isBlind { return [] }
    isBlind = true
    return [.brokerSilent]
  }
}
