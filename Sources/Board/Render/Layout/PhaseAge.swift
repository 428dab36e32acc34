import Feed
import Narration

/// How long the group has been in its state, as far as that is known: where the broker has fallen
/// silent it stops when the group was last seen, and tells how long ago that was.
struct PhaseAge {
  let ms: Int64
  /// nil while the group is seen.
  let seenAgoMs: Int64?

  init(_ picture: GroupPicture) {
    let seenMs = picture.isBlind ? picture.freshMs : nil
    ms = max(0, (seenMs ?? picture.timeMs) - picture.stateSinceMs)
    seenAgoMs = seenMs.map { max(0, picture.timeMs - $0) }
  }

  /// `12 s`, or its wordings where the group is not seen: the longest first.
  func wordings(_ language: Language, tenths: Bool = false) -> [String] {
    let age = tenths ? language.figure.seconds(ms: ms) : language.figure.lasting(ms: ms)
    guard let seenAgoMs else { return [age] }
    let seen = language.watch.seen(agoMs: seenAgoMs)
    return ["\(age) · \(seen)", seen, age]
  }
}
