import Feed

/// One feed as the screen sees it now.
public struct FeedView: Sendable {
  /// At the time that is shown.
  public var picture: GroupPicture
  public var timeline: Timeline
  /// Up to the picture's time, oldest first.
  public var log: [TimedEvent]
  /// The picture before the last step, as long as what it changed is to be marked.
  public var previous: GroupPicture?

  public init(
    picture: GroupPicture, timeline: Timeline, log: [TimedEvent], previous: GroupPicture? = nil
  ) {
    self.picture = picture
    self.timeline = timeline
    self.log = log
    self.previous = previous
  }
}
