import Feed
import Narration

/// How many partitions each member of a watched group has, and what waits there for it.
struct WatchedShares {
  private var owns: [Int]
  /// nil where that of one partition is not known.
  private var lags: [Int64?]

  init(_ picture: GroupPicture) {
    owns = picture.members.map { _ in 0 }
    lags = picture.members.map { _ in 0 }
    // By place: a copy of each partition would be most of the work.
    for place in picture.partitions.indices {
      guard let slot = picture.partitions[place].planned.slot, owns.indices.contains(slot.index)
      else { continue }
      owns[slot.index] += 1
      let lag = picture.partitions[place].lag(atMs: picture.timeMs)
      if let sum = lags[slot.index] { lags[slot.index] = lag.map { sum + $0 } }
    }
  }

  /// `4 · 4,120`.
  func text(_ slot: MemberSlot, _ language: Language) -> String {
    guard owns.indices.contains(slot.index), owns[slot.index] > 0 else {
      return language.watch.ownsNothingShort
    }
    return "\(owns[slot.index]) · \(lags[slot.index].map(language.watch.number) ?? "?")"
  }
}
