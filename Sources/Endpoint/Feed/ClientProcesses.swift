import Feed
import Glibc
import KafkaModel
import Live
import NIOCore

/// The clients that the program has started: real processes of other people's code.
final class ClientProcesses {
  private let options: SpawnOptions
  private let fleet: ProcessFleet
  private let complaints = ComplaintFile()
  private let story: GroupStory
  private let topics: [TopicName]
  /// How a process is to end, where somebody has ended it.
  private var closing: Set<MemberSlot> = []
  private var killed: Set<MemberSlot> = []
  private var frozen: Set<MemberSlot> = []
  private var ended: () -> Void = {}
  private(set) var isShuttingDown = false

  init(_ options: SpawnOptions, _ story: GroupStory, topics: [TopicName]) {
    self.options = options
    self.story = story
    self.topics = topics
    fleet = ProcessFleet(
      loop: story.broker.loop, environment: options.environment, errors: complaints.descriptor)
    fleet.onEnd = { [unowned self] in self.hasEnded($0, $1) }
  }

  func start() {
    for _ in 0..<options.count { add() }
  }

  /// One more, in a seat of its own.
  func add() {
    let number = story.seats.all.count { $0.identity.isOurs } + 1
    let clientId = options.clientId(number)
    let identity = MemberIdentity(
      name: clientId.text, clientId: clientId, host: "/127.0.0.1",
      instanceId: options.instanceId(number), isOurs: true)
    let slot = story.seats.add(identity)
    story.emit(.memberSeen(slot, identity))
    spawn(slot)
  }

  /// A process in a seat where none runs.
  func spawn(_ slot: MemberSlot) {
    if isShuttingDown || fleet.isRunning(slot) { return }
    let identity = story.seats[slot].identity
    let place = "\(story.broker.host):\(story.broker.port)"
    let names = topics.map(\.text).joined(separator: ",")
    let group = story.groupId?.text ?? ""
    let words = [place, names, group, identity.clientId.text]
    let instance = identity.instanceId.map { [$0.text] } ?? []
    story.seats[slot].isGone = false
    do throws(SpawnFailure) {
      try fleet.start(slot, options.command + words + instance)
      story.emit(.process(slot, .started))
    } catch {
      story.ended(slot, .failed, .observed)
      story.emit(.health(.trouble(.noClient, detail: "\(error)")))
    }
  }

  func kill(_ slot: MemberSlot) {
    killed.insert(slot)
    fleet.kill(slot)
  }

  /// SIGTERM: its program closes the consumer.
  func close(_ slot: MemberSlot) {
    guard fleet.isRunning(slot) else { return }
    thaw(slot)
    closing.insert(slot)
    fleet.signal(slot, SIGTERM)
    story.emit(.process(slot, .closing))
  }

  /// SIGSTOP: nothing of it runs, its heartbeats neither.
  func freeze(_ slot: MemberSlot) {
    guard fleet.isRunning(slot), frozen.insert(slot).inserted else { return }
    fleet.signal(slot, SIGSTOP)
    story.emit(.process(slot, .frozen))
  }

  func thaw(_ slot: MemberSlot) {
    guard frozen.remove(slot) != nil else { return }
    fleet.signal(slot, SIGCONT)
    story.emit(.process(slot, .thawed))
  }

  private func hasEnded(_ slot: MemberSlot, _ end: ProcessEnd) {
    frozen.remove(slot)
    let wasKilled = killed.remove(slot) != nil
    let wasClosed = closing.remove(slot) != nil
    let isPlanned = wasKilled || wasClosed
    story.ended(slot, isPlanned && end != .exited(0) ? .killed : end.change, .observed)
    if isShuttingDown {
      if fleet.isEmpty { ended() }
    } else if !isPlanned, end != .exited(0) {
      let why = complaints.lastLine ?? "it did not say why"
      story.emit(.health(.trouble(.noClient, detail: why)))
    }
  }

  /// How long they may take to leave before they are killed.
  private static let closingMs: Int64 = 3_000

  /// Ends them all; standard input that ends would end them as well.
  func shutDown(_ done: @escaping () -> Void) {
    isShuttingDown = true
    if fleet.isEmpty { return done() }
    ended = done
    for slot in fleet.slots { close(slot) }
    let delay = TimeAmount.milliseconds(Self.closingMs)
    story.broker.loop.assumeIsolated().scheduleTask(in: delay) {
      for slot in self.fleet.slots { self.fleet.kill(slot) }
    }
  }
}
