import Client
import Feed
import KafkaModel
import Live
import NIOCore

/// The application of a transactional member: its consumer and its producer, and the loop that says
/// what each is told next.
///
/// Inputs take their turn: what one leads to comes after those that were there before it.
final class TransformRuntime {
  private let producer: ProducerRuntime
  private let report: ProducerReport
  private var application: TransformLoop
  private var queue: [TransformStep] = []
  private var isWorking = false
  private var isClosing = false
  private var hasConsumerClosed = false
  private var hasProducerClosed = false

  /// Gives the consumer an input; what it says, and the group as poll() saw it.
  var consume: (MemberInput) -> (MemberOutcome, ConsumerGroupMetadata)? = { _ in nil }
  /// Events for the drive, of that time.
  var tell: ([FeedEvent], Int64) -> Void = { _, _ in }
  /// The consumer and the producer have closed.
  var closed: () -> Void = {}
  private let clock: MonotonicClock
  private let complain: (String) -> Void

  init(
    options: TransformOptions, member: MemberOptions, loop: any EventLoop, clock: MonotonicClock,
    complain: @escaping (String) -> Void
  ) {
    self.clock = clock
    self.complain = complain
    producer = ProducerRuntime(
      options: options, member: member, loop: loop, clock: clock, complain: complain)
    report = ProducerReport(slot: options.producer, member: member.slot)
    application = TransformLoop(
      output: options.output, outputPartitions: options.outputPartitions, isTransactional: true)
    producer.onInput = { [unowned self] in self.take(.producer($0)) }
    producer.onNotes = { [unowned self] in self.noted($0, $1) }
    producer.onSend = { [unowned self] in self.tell(report.events(sending: $0), clock.nowMs) }
    producer.onAnswer = { [unowned self] in self.tell(report.events(hearing: $0), clock.nowMs) }
    producer.onUnsupported = { [unowned self] api in
      self.tell([.transaction(.failed(options.producer, api, .unsupportedVersion))], clock.nowMs)
    }
  }

  func start() {
    producer.meetCluster { self.follow(self.application.start()) }
  }

  /// An input for one of the two, when its turn has come.
  func take(_ step: TransformStep) {
    queue.append(step)
    if isWorking { return }
    isWorking = true
    while !queue.isEmpty { work(queue.removeFirst()) }
    isWorking = false
    if hasConsumerClosed && hasProducerClosed {
      producer.finish()
      closed()
    }
  }

  /// The application ends: an open transaction is aborted, and the consumer leaves its group.
  func close() {
    if isClosing { return }
    isClosing = true
    queue.append(.producer(.close))
    take(.consumer(.close))
  }

  func cut() { producer.cut() }

  func heal() { producer.heal() }

  private func work(_ step: TransformStep) {
    switch step {
    case .consumer(let input):
      guard let (outcome, group) = consume(input) else { return }
      if outcome.notes.contains(.closed) { hasConsumerClosed = true }
      follow(application.handle(outcome, group: group))
    case .producer(let input):
      let nowMs = clock.nowMs
      guard let outcome = producer.handle(input, nowMs: nowMs) else {
        // One that has not even been made has nothing to close.
        if input == .close { hasProducerClosed = true }
        return
      }
      if outcome.notes.contains(.closed) { hasProducerClosed = true }
      follow(application.handle(outcome))
    }
  }

  private func noted(_ notes: [ProducerNote], _ nowMs: Int64) {
    tell(notes.flatMap(report.events), nowMs)
    for case .failed(let error, let api) in notes { complain("producer: \(api): \(error)") }
  }

  /// A closing application says no more but what its two parts say themselves.
  private func follow(_ steps: [TransformStep]) {
    if isClosing || steps.isEmpty { return }
    queue += steps.dropLast()
    take(steps[steps.count - 1])
  }
}
