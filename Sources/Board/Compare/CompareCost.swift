import Feed
import Narration

/// What one world has cost since it began: its last rebalance's verdict, and the sums where there
/// was more than one.
struct CompareCost: Hashable {
  /// Of the last rebalance; nil until it is over.
  let kept: Int?
  let moved: Int?
  let needless: Int?
  /// Join phases since the beginning; nil while one runs.
  let rounds: Int?
  /// Milliseconds, over all partitions.
  let notReadMs: Int64
  /// Nil where it is not known, and where several rebalances are summed up.
  let healthyMs: Int64?

  /// Nil where nothing has stopped yet.
  init?(_ view: FeedView) {
    guard let cost = RebalanceCost(view.picture) else { return nil }
    let now = view.picture.timeMs
    let joins = view.timeline.joinCount(untilMs: now)
    (kept, moved, needless) = (cost.kept, cost.moved, cost.needless)
    rounds = kept != nil || joins == 0 ? joins : nil
    let isOne = joins <= max(1, cost.rounds)
    notReadMs = isOne ? cost.notReadMs : view.timeline.notReadMs(untilMs: now)
    healthyMs = isOne ? cost.healthyMs : nil
  }
}
