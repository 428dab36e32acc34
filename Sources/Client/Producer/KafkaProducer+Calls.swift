import KafkaModel

/// The application's calls.
extension KafkaProducer {
  var isTransactional: Bool { config.transactionalId != nil }

  /// Takes the state on, and says what comes of it.
  mutating func step(_ input: ProducerState.Input) -> ProducerState.Action {
    let before = state
    let action = state.handle(input)
    if state != before { notes.append(.state(state)) }
    return action
  }

  /// Whether the state takes the call; Java throws where it does not.
  mutating func allows(_ call: ProducerCall, _ input: ProducerState.Input) -> Bool {
    if isTransactional && !isClosing || call == .abortTransaction && isClosing {
      let action = step(input)
      if action == .giveUnsentUp { giveUnsentUp(.operationNotAttempted) }
      if action != .refuse { return true }
    }
    notes.append(.refused(call, state))
    return false
  }

  mutating func begin() {
    guard allows(.beginTransaction, .beginCalled) else { return }
    hasStarted = false
    for index in queues.indices { queues[index].standing = .unknown }
  }

  mutating func send(
    _ count: Int64, madeOf sources: [RecordSource], to partition: TopicPartition
  ) {
    if isTransactional {
      guard allows(.send, .sendCalled) else { return }
    } else {
      if isClosing || state == .fatalError { return notes.append(.refused(.send, state)) }
      if state == .uninitialized { _ = step(.initCalled) }
    }
    if count <= 0 { return }
    let index = place(of: partition)
    queues[index].add(count, madeOf: sources, nowMs: nowMs)
    if isUnknown(partition) { requestMetadata() }
    guard isTransactional, queues[index].standing == .unknown else { return }
    if addsImplicitly {
      queues[index].standing = .added
      hasStarted = true
    } else {
      queues[index].standing = .wanted
    }
  }

  mutating func sendOffsets(_ list: [PartitionOffset], _ metadata: ConsumerGroupMetadata) {
    // Java waits until the offsets are with the group, so a second call can only come too early.
    guard offsets == nil else { return notes.append(.refused(.sendOffsetsToTransaction, state)) }
    guard allows(.sendOffsetsToTransaction, .sendCalled) else { return }
    if list.isEmpty { return notes.append(.offsetsSent([])) }
    let sorted = list.sorted { $0.partition < $1.partition }
    offsets = OffsetsCall(
      offsets: sorted, metadata: metadata, isAdded: addsImplicitly, left: sorted)
    if addsImplicitly { hasStarted = true }
  }

  mutating func end(commit: Bool) {
    let isAllowed =
      commit
      ? allows(.commitTransaction, .commitCalled) : allows(.abortTransaction, .abortCalled)
    if isAllowed { ending = commit }
  }

  /// KIP-890: what is written adds itself.
  var addsImplicitly: Bool { config.transactionVersion.bumpsEpochs }
}
