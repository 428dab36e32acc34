import Feed
import KafkaModel
import Live
import NIOCore
import NIOPosix

/// A group of a real cluster, looked at from outside. It asks and never changes anything.
///
/// The screen's thread calls it; NIO's one thread does the asking; events cross in a mailbox.
public final class WatchSource: Source {
  private let clock: MonotonicClock
  private let mailbox: Mailbox
  private let loops: MultiThreadedEventLoopGroup
  private let engine: NIOLoopBound<WatchEngine>
  private let epochs = CommittedEpochs()
  private var feed: LiveFeed
  private var isOver = false
  public let options: WatchOptions

  /// Starts at once; a broker that does not answer shows as health, not as an error here.
  public init(
    options: WatchOptions, historyMs: Int64 = 3_600_000, anonymizer: Anonymizer? = nil
  ) throws {
    self.options = options
    let clock = MonotonicClock()
    let mailbox = Mailbox()
    let epochs = epochs
    loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop = loops.next()
    engine = try loop.submit {
      let engine = WatchEngine(
        options: options, clock: clock, mailbox: mailbox, epochs: epochs, loop: loop)
      engine.start()
      return NIOLoopBound(engine, eventLoop: loop)
    }.wait()
    self.clock = clock
    self.mailbox = mailbox
    feed = LiveFeed(historyMs: historyMs, anonymizer: anonymizer)
    // Until the first event is drained, too.
    feed.begin(with: .health(.connecting))
  }

  public let capabilities = Capabilities(
    kind: .watch, canTravel: false, canAct: false, seesCoordinator: false)

  public var picture: GroupPicture { feed.picture }
  public var timeline: Timeline { feed.timeline }
  /// Changes the names in what has come.
  public var anonymizer: Anonymizer? { feed.anonymizer }
  public var nowMs: Int64 { clock.nowMs }
  public var nextEventMs: Int64? { nil }

  /// Readable for `poll` while events wait to be drained.
  public var wakeDescriptor: Int32 { mailbox.descriptor }

  public func drain(toMs: Int64) -> [TimedEvent] {
    feed.take(mailbox.takeAll(), nowMs: clock.nowMs) { _ in [] }
  }

  /// The leader epoch that was committed with each partition's offset, by place in the picture;
  /// nil where none was, or none is kept.
  public var committedEpochs: [Int32?] {
    feed.picture.partitions.map { place in
      epochs[feed.anonymizer?.original(of: place.partition) ?? place.partition]
    }
  }

  public func perform(_ command: Command) -> CommandAnswer { .refused(.lookOnly) }
  public func travel(_ travel: Travel) -> Bool { false }

  /// Ends the asking and closes the connections.
  public func shutDown() {
    if isOver { return }
    isOver = true
    let engine = engine
    try? loops.next().submit { engine.value.stop() }.wait()
    try? loops.syncShutdownGracefully()
  }
}
