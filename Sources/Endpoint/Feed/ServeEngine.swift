import Chronicle
import Feed
import KafkaModel
import Live
import NIOCore

/// The side of a served group that lives on the event loop.
final class ServeEngine {
  let broker: Broker
  let story: GroupStory
  private let options: ServeOptions
  private var isMoving = false
  private var rateTimer: Scheduled<Void>?
  private let processes: ClientProcesses?

  init(
    _ broker: Broker, _ options: ServeOptions, mailbox: Mailbox, tape: InputTape, originMs: Int64
  ) {
    self.broker = broker
    self.options = options
    let story = GroupStory(broker, group: options.group, originMs: originMs) { mailbox.put($0) }
    self.story = story
    tape.add(InputLine.beginning(options.endpoint), timeMs: 0)
    story.tape = tape
    processes = options.spawn.map {
      ClientProcesses($0, story, topics: options.topics.map(\.name))
    }
    broker.witness = story
  }

  func start() {
    story.emit(.health(.fine))
    story.begin(topics: options.topics.map(\.name))
    if options.produceRatePerSecond > 0 { produceOn() }
    processes?.start()
  }

  /// Ends the processes that were started, while the broker is there to be told.
  func stop(_ done: @escaping () -> Void) {
    rateTimer?.cancel()
    broker.hold(nil, of: story.groupId ?? "")
    let end = {
      self.story.stop()
      self.broker.witness = nil
      done()
    }
    if let processes { processes.shutDown(end) } else { end() }
  }

  /// A process that was started here.
  private func isOurs(_ slot: MemberSlot) -> Bool { story.seats[slot].identity.isOurs }

  private func produceOn() {
    rateTimer = broker.loop.assumeIsolated().scheduleTask(in: .seconds(1)) {
      for topic in self.options.topics {
        let count = Int64(self.broker.topics[topic.name]?.logs.count ?? 0)
        _ = self.broker.produce(count * self.options.produceRatePerSecond, to: topic.name)
      }
      self.produceOn()
    }
  }
}

extension ServeEngine {
  /// Does what `ServeSource` has found possible.
  func perform(_ command: Command) {
    switch command {
    case .close(let slot): if isOurs(slot) { processes?.close(slot) } else { expel(slot) }
    case .kill(let slot): processes?.kill(slot)
    case .restart(let slot): processes?.spawn(slot)
    case .add: processes?.add()
    case .stopPolling(let slot): processes?.freeze(slot)
    case .resumePolling(let slot): processes?.thaw(slot)
    case .moveCoordinator: move()
    case .addPartitions(let topic): broker.grow(topic)
    case .produce(let records): produce(records)
    case .hold(let point): hold(point)
    // `ServeSource` refuses them.
    case .restartWith, .cutNetwork, .healNetwork, .processRate, .changeAssignor,
      .changeMembership, .subscribe, .producer:
      break
    }
  }

  private func expel(_ slot: MemberSlot) {
    guard let group = story.groupId, let id = story.seats[slot].memberId else { return }
    // A static member is named by its instance id; with both, both would have to be right.
    story.expelled.insert(id)
    let instance = story.seats[slot].identity.instanceId
    broker.expel(
      .init(memberId: instance == nil ? id : "", groupInstanceId: instance), from: group)
  }

  /// How long a broker takes to read its partition of `__consumer_offsets`.
  private static let loadMs: Int64 = 500

  private func move() {
    if isMoving { return }
    isMoving = true
    let before = story.group?.allMembers.map(\.memberId) ?? []
    story.emit(.coordinatorMoved(Broker.node))
    Chronicle.tellUnloaded(slots: story.seats.count) { story.emit($0) }
    // That the group is Dead where nobody asks any more is no news.
    story.isMoving = true
    broker.reload(afterMs: Self.loadMs) {
      self.isMoving = false
      Chronicle.tellLoaded(self.story.group, before: before, self.story.seats) {
        self.story.emit($0)
      }
    }
    story.isMoving = false
  }

  private func produce(_ records: Int64) {
    guard let topic = story.topics.first else { return }
    let taken = broker.produce(records, to: topic)
    story.emit(.produced(topic, records: taken))
  }

  private func hold(_ point: HoldPoint?) {
    guard let group = story.groupId else { return }
    story.emit(.hold(point))
    broker.hold(point, of: group)
  }
}
