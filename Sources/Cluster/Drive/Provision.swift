import Client
import KafkaModel
import NIOCore

/// Makes the topics and sees that topics and group are ours, or that others' were allowed.
///
/// A broker that does not answer is asked again and again; what it refuses ends the provision.
final class Provision {
  let router: Router
  let options: DriveOptions
  let loop: any EventLoop
  private let done: (Result<Provisioned, BrokerFailure>) -> Void
  private let trouble: (BrokerFailure) -> Void
  private var isStopped = false

  /// Chosen by name: the given one where it exists and may be used, else one with the prefix.
  var names: [TopicName] = []
  /// Topics that were made here, or were asked to be.
  private(set) var ownTopics: [TopicName] = []
  var groupId: GroupId = ""
  var groupIsOurs = true
  private var controller: BrokerId = .none

  private static let patienceMs: Int64 = 10_000
  /// Waits that have brought nothing so far.
  private var vainWaits = 0

  init(
    router: Router, options: DriveOptions, loop: any EventLoop,
    trouble: @escaping (BrokerFailure) -> Void,
    done: @escaping (Result<Provisioned, BrokerFailure>) -> Void
  ) {
    self.router = router
    self.options = options
    self.loop = loop
    self.trouble = trouble
    self.done = done
  }

  /// The topics that are read, then the one that is written to: it gets as many partitions.
  private func wishes(_ existing: [MetadataResponse.Topic] = []) -> [DriveOptions.TopicWish] {
    let inputs = options.inputWishes
    let counts = inputs.map { wish in
      let usable = options.allowForeign ? [wish.name, DriveOptions.prefixed(wish.name)] : []
      let topic = existing.first { usable.contains($0.name.text) }
      return topic.map { Int32($0.partitions.count) } ?? wish.partitions
    }
    return inputs + (options.outputWish(partitions: counts.max() ?? 1).map { [$0] } ?? [])
  }

  /// What was made so far, for an end that comes in between; nil = nothing.
  var begun: Provisioned? {
    if ownTopics.isEmpty { return nil }
    return Provisioned(topics: [], groupId: groupId, ownTopics: ownTopics, groupIsOurs: false)
  }

  func start() { askTopics() }

  func stop() { isStopped = true }

  /// A failed step is tried again from the start, after a while.
  func again(_ step: @escaping () -> Void, afterMs: Int64 = 500) {
    loop.assumeIsolated().scheduleTask(in: .milliseconds(afterMs)) {
      if !self.isStopped { step() }
    }
  }

  /// What a cluster needs a moment for is not worth a word, unless the moment does not end.
  func waited(for what: String, _ error: ErrorCode) {
    vainWaits += 1
    if vainWaits >= 20 { trouble(BrokerFailure(.denied, "\(what) is not there yet: \(error)")) }
  }

  func refuse(_ detail: String) { done(.failure(BrokerFailure(.denied, detail))) }

  func ask(
    _ request: Request, _ destination: Destination = .any, lane: Lane = .metadata,
    _ answered: @escaping (Response) -> Void
  ) {
    router.send(request, to: destination, lane: lane, timeoutMs: Self.patienceMs) { result in
      if self.isStopped { return }
      switch result {
      case .success(let response): answered(response)
      case .failure(let failure):
        if failure.kind == .notOffered || failure.isFinal { return self.done(.failure(failure)) }
        self.trouble(failure)
        self.again { self.askTopics() }
      }
    }
  }

  /// Which of the names are there.
  private func askTopics() {
    let given = wishes().map { TopicName($0.name) }
    let own = given.map { TopicName(DriveOptions.prefixed($0.text)) }
    let request = MetadataRequest(topics: given + own.filter { !given.contains($0) })
    ask(.metadata(request)) { response in
      guard case .metadata(let answer) = response else { return }
      self.controller = answer.controllerId
      let denied = [ErrorCode.topicAuthorizationFailed, .invalidTopicException]
      // Somebody else's topic may well be closed to us where it is not to be used.
      let usable = self.options.allowForeign ? given + own : own
      let closed = answer.topics.first {
        denied.contains($0.errorCode) && usable.contains($0.name)
      }
      if let topic = closed {
        return self.refuse("topic \(topic.name): \(topic.errorCode)")
      }
      let existing = answer.topics.filter { $0.errorCode != .unknownTopicOrPartition }
      self.choose(existing)
    }
  }

  /// Brokers that have transactions have all of these.
  private static let transactionApis: [ApiKey] = [
    .initProducerId, .addPartitionsToTxn, .addOffsetsToTxn, .txnOffsetCommit, .endTxn,
  ]

  private func choose(_ found: [MetadataResponse.Topic]) {
    if options.transactions != nil,
      let api = Self.transactionApis.first(where: { router.version(of: $0) == nil })
    {
      return refuse("--transactional: the broker offers no \(api) in a version spoken here")
    }
    let existing = found.map(\.name)
    names = []
    var missing: [DriveOptions.TopicWish] = []
    for wish in wishes(found) {
      let given = TopicName(wish.name)
      let own = TopicName(DriveOptions.prefixed(wish.name))
      if options.allowForeign, existing.contains(given) {
        names.append(given)
      } else if !existing.contains(own) {
        names.append(own)
        missing.append(.init(name: own.text, partitions: wish.partitions))
      } else if options.allowForeign || ownTopics.contains(own) {
        names.append(own)
      } else {
        return refuse("topic \(own) is there already; --allow-foreign would use it")
      }
    }
    chooseGroup { self.create(missing) }
  }

  private func create(_ missing: [DriveOptions.TopicWish]) {
    if missing.isEmpty { return awaitLeaders(creating: false) }
    let new = missing.map { TopicName($0.name) }.filter { !ownTopics.contains($0) }
    ownTopics += new
    guard router.version(of: .createTopics) != nil else {
      // Such a broker makes topics as they are asked for, with partitions as it likes.
      return awaitLeaders(creating: true)
    }
    let topics = missing.map {
      CreateTopicsRequest.Topic(name: TopicName($0.name), numPartitions: $0.partitions)
    }
    let destination = controller == .none ? Destination.any : .broker(controller)
    ask(.createTopics(CreateTopicsRequest(topics: topics, timeoutMs: 5_000)), destination) {
      guard case .createTopics(let answer) = $0 else { return }
      for topic in answer.topics {
        switch topic.errorCode {
        case .topicAlreadyExists where new.contains(topic.name):
          // Somebody else was faster between our two questions.
          self.ownTopics.removeAll { $0 == topic.name }
          return self.again { self.askTopics() }
        case .none, .topicAlreadyExists, .requestTimedOut: break
        case .notController, .throttlingQuotaExceeded:
          return self.again { self.askTopics() }
        default:
          let why = topic.errorMessage ?? topic.errorCode.description
          return self.refuse("topic \(topic.name) cannot be made: \(why)")
        }
      }
      self.awaitLeaders(creating: false)
    }
  }

  private func awaitLeaders(creating: Bool) {
    let request = MetadataRequest(topics: names, allowAutoTopicCreation: creating)
    ask(.metadata(request)) { response in
      guard case .metadata(let answer) = response else { return }
      let topics = answer.topics.compactMap { ObservedTopic($0) }
      let chosen = self.names.compactMap { name in topics.first { $0.name == name } }
      guard chosen.count == self.names.count,
        chosen.allSatisfy({ !$0.leaders.contains(.none) })
      else {
        self.waited(for: "a leader of each partition", .leaderNotAvailable)
        return self.again({ self.awaitLeaders(creating: creating) }, afterMs: 200)
      }
      let inputs = Array(chosen.prefix(self.options.inputWishes.count))
      self.done(
        .success(
          Provisioned(
            topics: inputs, output: chosen.count > inputs.count ? chosen.last : nil,
            groupId: self.groupId, ownTopics: self.ownTopics, groupIsOurs: self.groupIsOurs)))
    }
  }
}
