import KafkaModel

/// Consume, transform, produce: the loop of an application with one consumer and one producer, in
/// one transaction a poll() where the producer has a `transactional.id`.
///
/// Each record makes one. The host has both machines: it hands on what they say and gives them the
/// inputs this answers with, in their order; what those lead to comes after them.
public struct TransformLoop: Equatable, Sendable {
  public let output: TopicName
  /// How many partitions the output topic has; a record's number is its own modulo that.
  public let outputPartitions: Int32
  public let isTransactional: Bool
  public private(set) var phase = TransformPhase.unstarted
  /// What poll() has given and the application has not handed on.
  private var inHand: [TransformedRun] = []
  /// Records sent without a transaction that no leader has answered yet.
  private var unanswered = UnansweredRecords()

  public init(output: TopicName, outputPartitions: Int32, isTransactional: Bool) {
    self.output = output
    self.outputPartitions = max(1, outputPartitions)
    self.isTransactional = isTransactional
  }

  /// The application begins.
  public mutating func start() -> [TransformStep] {
    guard phase == .unstarted else { return [] }
    phase = isTransactional ? .initializing : .polling
    return [isTransactional ? .producer(.initTransactions) : .consumer(.start)]
  }

  /// What the consumer has said.
  ///
  /// - Parameter group: `Member.groupMetadata` as it is then.
  public mutating func handle(
    _ outcome: MemberOutcome, group: ConsumerGroupMetadata
  ) -> [TransformStep] {
    for note in outcome.notes {
      switch note {
      case .processed(let partition, let run): take(run, of: partition)
      case .failed: return over()
      case .committed, .commitRefused:
        if phase == .committingOffsets { return poll() }
      default: break
      }
    }
    guard outcome.isWaiting, phase == .polling else { return [] }
    // A poll() that it was told of while it was stuck is still to come.
    return inHand.isEmpty ? [.consumer(.pollAgain)] : handOn(group)
  }

  /// What the producer has said.
  public mutating func handle(_ outcome: ProducerOutcome) -> [TransformStep] {
    outcome.notes.flatMap { react(to: $0) }
  }

  private mutating func take(_ run: RecordRun, of partition: TopicPartition) {
    if let index = inHand.firstIndex(where: { $0.partition == partition }) {
      inHand[index].take(run)
    } else {
      inHand.append(TransformedRun(partition, run))
    }
  }

  private mutating func handOn(_ group: ConsumerGroupMetadata) -> [TransformStep] {
    let sends = inHand.map { run in
      let number = run.partition.partition % outputPartitions
      return TransformStep.producer(
        .send(TopicPartition(output, number), count: run.count, madeOf: run.sources))
    }
    phase = isTransactional ? .sendingOffsets : .writing
    if !isTransactional {
      for run in inHand {
        unanswered.add(run.count, to: run.partition.partition % outputPartitions)
      }
      return sends
    }
    return [.producer(.beginTransaction)] + sends
      + [.producer(.sendOffsetsToTransaction(nextOffsets, group))]
  }

  private var nextOffsets: [PartitionOffset] {
    inHand.map { PartitionOffset($0.partition, $0.nextOffset) }
  }

  private mutating func react(to note: ProducerNote) -> [TransformStep] {
    switch (note, phase) {
    case (.failed, _): return over()
    case (.initialized, .initializing):
      phase = .polling
      return [.consumer(.start)]
    case (.offsetsSent, .sendingOffsets):
      phase = .committing
      return [.producer(.commitTransaction)]
    case (.committed, .committing): return poll()
    case (.mustAbort, .sendingOffsets), (.mustAbort, .committing):
      phase = .aborting
      return [.producer(.abortTransaction)]
    case (.aborted, .aborting): return readAgain()
    case (.written(let partition, let run), _) where !isTransactional:
      return answered(run.count, partition, isWritten: true)
    case (.notWritten(let partition, let count, _), _) where !isTransactional:
      return answered(count, partition, isWritten: false)
    default: return []
    }
  }

  /// Once all is written the offsets may be committed.
  private mutating func answered(
    _ count: Int64, _ partition: TopicPartition, isWritten: Bool
  ) -> [TransformStep] {
    let isOfNow = unanswered.take(count, of: partition.partition)
    guard phase == .writing, isOfNow else { return [] }
    if !isWritten {
      unanswered.giveUp()
      return readAgain()
    }
    if !unanswered.isEmpty { return [] }
    phase = .committingOffsets
    return [.consumer(.commitSync(nextOffsets))]
  }

  private mutating func poll() -> [TransformStep] {
    inHand = []
    phase = .polling
    return [.consumer(.pollAgain)]
  }

  /// The position is past the records: the application has to go back itself.
  private mutating func readAgain() -> [TransformStep] {
    [.consumer(.seekToCommitted)] + poll()
  }

  /// Of what a fatal error came out of: the application ends.
  private mutating func over() -> [TransformStep] {
    if phase == .over { return [] }
    phase = .over
    return [.producer(.close), .consumer(.close)]
  }
}

/// How far a `TransformLoop` is with the records of one poll().
public enum TransformPhase: Hashable, Sendable, CaseIterable {
  case unstarted
  /// initTransactions().
  case initializing
  /// poll(), and the work on what it returns.
  case polling
  /// beginTransaction(), send(), sendOffsetsToTransaction().
  case sendingOffsets
  /// commitTransaction().
  case committing
  /// abortTransaction().
  case aborting
  /// Without transactions: send(), until all is written.
  case writing
  /// Without transactions: commitSync().
  case committingOffsets
  /// A fatal error has ended the application.
  case over
}

/// What a `TransformLoop` wants said next, and to whom.
public enum TransformStep: Hashable, Sendable {
  case consumer(MemberInput)
  case producer(ProducerInput)
}

/// Records of one partition that the application has in hand.
private struct TransformedRun: Hashable {
  let partition: TopicPartition
  private(set) var count: Int64 = 0
  private(set) var nextOffset: Offset
  /// Those of `count`, without the gaps between them.
  private(set) var sources: [RecordSource] = []

  init(_ partition: TopicPartition, _ run: RecordRun) {
    self.partition = partition
    nextOffset = run.firstOffset
    take(run)
  }

  mutating func take(_ run: RecordRun) {
    nextOffset = run.nextOffset
    if run.count == 0 { return }
    count += run.count
    if let last = sources.last, last.first + last.count == run.firstOffset {
      sources[sources.count - 1].count += run.count
    } else {
      sources.append(RecordSource(partition, first: run.firstOffset, count: run.count))
    }
  }
}
