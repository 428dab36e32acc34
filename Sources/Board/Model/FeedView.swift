import Feed

/// One feed as the screen sees it now.
public struct FeedView: Sendable {
  /// At the time that is shown.
  public var picture: GroupPicture
  public var timeline: Timeline
  /// Up to the picture's time, oldest first.
  public var log: [TimedEvent]
  /// Messages and written records up to the picture's time, oldest first; only for their panes.
  public var traffic: [TimedEvent]
  /// Messages that come next if nobody interferes, where that is known.
  public var coming: [TimedEvent]
  /// The picture before the last step, as long as what it changed is to be marked.
  public var previous: GroupPicture?

  public init(
    picture: GroupPicture, timeline: Timeline, log: [TimedEvent], traffic: [TimedEvent] = [],
    coming: [TimedEvent] = [], previous: GroupPicture? = nil
  ) {
    self.picture = picture
    self.timeline = timeline
    self.log = log
    self.traffic = traffic
    self.coming = coming
    self.previous = previous
  }
}
