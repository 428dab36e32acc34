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

  init(_ broker: Broker, _ options: ServeOptions, mailbox: Mailbox, originMs: Int64) {
    self.broker = broker
    self.options = options
    story = GroupStory(broker, group: options.group, originMs: originMs) { mailbox.put($0) }
    broker.witness = story
  }

  func start() {
    story.emit(.health(.fine))
    story.begin(topics: options.topics.map(\.name))
    if options.produceRatePerSecond > 0 { produceOn() }
  }

  func stop() {
    rateTimer?.cancel()
    story.stop()
    broker.witness = nil
  }

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
    case .close(let slot): expel(slot)
    case .moveCoordinator: move()
    case .addPartitions(let topic): broker.grow(topic)
    case .produce(let records): produce(records)
    case .hold(let point): hold(point)
    // `ServeSource` refuses them.
    case .kill, .restart, .restartWith, .add, .stopPolling, .resumePolling, .cutNetwork,
      .healNetwork, .processRate, .changeAssignor, .changeMembership, .subscribe, .producer:
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
      self.story.isMoving = false
      Chronicle.tellLoaded(self.story.group, before: before, self.story.seats) {
        self.story.emit($0)
      }
    }
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
