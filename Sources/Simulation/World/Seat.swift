import Client
import Feed
import KafkaModel

/// A place for a consumer: at most one process at a time, and its connections.
struct Seat: Sendable {
  enum Process: Hashable, Sendable { case notStarted, running, closing, ended, dead }

  let spec: ScenarioMember
  /// `group.instance.id` of its next process; nil makes it dynamic.
  var instanceId: InstanceId?
  /// `partition.assignment.strategy` of its next process, where it differs from the group's.
  var assignors: [String]?
  /// What its next process subscribes to.
  var topics: [TopicName]
  var process = Process.notStarted
  /// Counts processes: an answer to an earlier one is lost.
  var number: Int32 = 0
  var machine: Member?
  /// Its producer, and what it does with the two: consume, transform, produce.
  var producer: ProducerSlot?
  var loop: TransformLoop?
  /// What the application would do next if it were not stuck.
  var heldSteps: [TransformStep] = []
  /// close() of the consumer has come back; the process waits for its producer's.
  var isConsumerClosed = false
  var memberId: MemberId = ""
  /// What the coordinator calls the static member that this process is; it knows before the
  /// process does, as there is no MEMBER_ID_REQUIRED.
  var staticId: MemberId = ""
  var isPolling = true
  var isConnected = true
  /// Stopped as a whole: nothing of it runs (SIGSTOP).
  var isPaused = false
  var clock = ProcessClock()
  var processRate: Int64
  var port = Port()
  /// What was done to it and what reached it while it was paused.
  var pausedInputs: [MemberInput] = []
  var pausedArrivals: [WorldEvent] = []
  /// As the feed was told last.
  var dueTimes = DueTimes()

  init(_ spec: ScenarioMember, instanceId: InstanceId?, processRate: Int64) {
    self.spec = spec
    self.processRate = processRate
    self.instanceId = instanceId
    assignors = spec.assignors
    topics = spec.topics
  }

  var identity: MemberIdentity {
    MemberIdentity(
      name: spec.name, clientId: spec.clientId, host: spec.name, instanceId: instanceId)
  }

  /// Not `machine != nil`: that would compare, and so copy, the whole machine.
  var hasMachine: Bool { if case .some = machine { true } else { false } }
  var isAlive: Bool { process == .running || process == .closing }
  /// Its consumer is at work; a fatal error ends that though the process goes on, and a consumer
  /// without topics is in no group.
  var canJoin: Bool {
    guard process == .running, let doing = machine?.doing else { return false }
    return doing != .failed && doing != .unsubscribed
  }
}
