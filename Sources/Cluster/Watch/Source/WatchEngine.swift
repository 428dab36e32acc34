import Feed
import KafkaModel
import Live
import NIOCore

/// The side of a watch that lives on the event loop: asks again and again, and puts what follows
/// from the answers into the mailbox.
final class WatchEngine {
  private let options: WatchOptions
  private let clock: MonotonicClock
  private let loop: any EventLoop
  private let mailbox: Mailbox
  private let router: ReadOnlyRouter
  private let reader: GroupReader
  private let epochs: CommittedEpochs
  private var inference: WatchInference
  private var health: SourceHealth = .connecting
  private var timer: Scheduled<Void>?
  private var isStopped = false
  private var isBlind = false
  private var hasAnswered = false

  init(
    options: WatchOptions, clock: MonotonicClock, mailbox: Mailbox, epochs: CommittedEpochs,
    loop: any EventLoop
  ) {
    self.options = options
    self.epochs = epochs
    self.clock = clock
    self.mailbox = mailbox
    self.loop = loop
    var settings = ConnectionSettings(clientId: "regroup-watch", caps: options.caps)
    settings.take(options.connection)
    router = ReadOnlyRouter(bootstrap: options.bootstrap, settings: settings, loop: loop)
    reader = GroupReader(router: router, group: options.group, clock: clock)
    inference = WatchInference(
      intervalMs: options.intervalMs, keepsOrder: options.keepsOrder)
  }

  func start() {
    emit([.health(.connecting)])
    refresh()
  }

  func stop() {
    isStopped = true
    timer?.cancel()
    router.closeAll()
  }

  private func refresh() {
    reader.read { [weak self] result in
      guard let self, !self.isStopped else { return }
      switch result {
      case .success(let reading): self.take(reading)
      case .failure(let failure): self.failed(failure)
      }
      self.planNext()
    }
  }

  private func planNext() {
    let isBusy = inference.state?.isRebalancing ?? false
    let waitMs = options.waitMs(clock.nowMs, isBusy: isBusy)
    timer = loop.assumeIsolated().scheduleTask(in: .milliseconds(waitMs)) { self.refresh() }
  }

  private func take(_ reading: GroupReading) {
    hasAnswered = true
    if options.keepsEpochs { epochs.take(reading.topics) }
    var events = inference.take(reading)
    let now = clock.nowMs
    if health != .fine { events.insert(TimedEvent(now, .health(.fine)), at: 0) }
    health = .fine
    isBlind = false
    // In one go, so that whoever looks wakes once.
    events.append(TimedEvent(now, .brokerAnswered))
    mailbox.put(events)
  }

  private func failed(_ failure: WatchFailure) {
    guard var trouble = failure.trouble else { return missing() }
    // A broker that has been there has gone, whatever comes of knocking again.
    if hasAnswered, trouble == .unreachable { trouble = .brokerGone }
    let new = SourceHealth.trouble(trouble, detail: failure.text(options.group))
    var events: [FeedEvent] = []
    if new != health { events.append(.health(new)) }
    health = new
    if !isBlind { events.append(.brokerSilent) }
    isBlind = true
    emit(events)
  }

  /// A group may come; until then there is nothing to be seen of it.
  private func missing() {
    let gone = inference.vanished(clock.nowMs)
    if health != .fine { emit([.health(.fine)]) }
    health = .fine
    isBlind = false
    mailbox.put(gone)
    emit([.brokerAnswered])
  }

  private func emit(_ events: [FeedEvent]) {
    mailbox.put(events.map { TimedEvent(clock.nowMs, $0) })
  }
}
