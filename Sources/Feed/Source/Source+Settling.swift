extension Source {
  /// The picture at which nothing is under way any more, if nobody interferes: found by playing a
  /// copy, so only for sources that can travel.
  ///
  /// - Returns: nil where nothing is under way now, or where it does not end in sight.
  public var whenSettled: GroupPicture? {
    guard capabilities.canTravel, !picture.isSettled else { return nil }
    var ahead = self
    while let next = ahead.nextEventMs, next <= nowMs + Foresight.ms {
      _ = ahead.drain(toMs: max(next, ahead.nowMs))
      if ahead.picture.isSettled { return ahead.picture }
    }
    return nil
  }
}
