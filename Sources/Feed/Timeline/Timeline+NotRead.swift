extension Timeline {
  /// Milliseconds that nobody has read, over all partitions, since each was read first.
  public func notReadMs(untilMs nowMs: Int64) -> Int64 {
    ribbons.reduce(0) { sum, spans in
      let past = spans.filter { $0.fromMs <= nowMs }.drop { !$0.status.isRead }
      let ends = past.dropFirst().map(\.fromMs) + [nowMs]
      return sum
        + zip(past, ends).reduce(0) { sum, stretch in
          let isRead = stretch.0.status.isRead || stretch.0.status == .unknown
          return isRead ? sum : sum + stretch.1 - stretch.0.fromMs
        }
    }
  }

  /// Join phases that have begun since the start.
  public func joinCount(untilMs nowMs: Int64) -> Int {
    phases.count { $0.state == .preparingRebalance && $0.fromMs <= nowMs }
  }
}
