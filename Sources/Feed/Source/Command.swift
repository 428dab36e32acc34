import KafkaModel

/// What keys, scripts, recordings and child processes can ask of a source.
public enum Command: Hashable, Sendable {
  case kill(MemberSlot)
  case close(MemberSlot)
  case restart(MemberSlot)
  /// The same with a `partition.assignment.strategy` of its own: a step of a rolling bounce.
  case restartWith(MemberSlot, assignors: [String])
  case add
  case stopPolling(MemberSlot)
  case resumePolling(MemberSlot)
  case cutNetwork(MemberSlot)
  case healNetwork(MemberSlot)
  case processRate(MemberSlot, perSecond: Int64)
  /// CreatePartitions: the topic gets one partition more.
  case addPartitions(TopicName)
  /// `partition.assignment.strategy` of the whole group; takes a stop of all members.
  case changeAssignor([String])
  /// `group.instance.id` for all members, or for none (KIP-345); takes a stop of all members.
  case changeMembership(isStatic: Bool)
  /// The application calls subscribe() with another list; with an empty one unsubscribe().
  case subscribe(MemberSlot, [TopicName])
  /// A producer is run that sends so many records to the first topic, one partition after the
  /// other from 0 on.
  case produce(records: Int64)
  /// Another broker becomes the group's coordinator: a rebalance under way is lost.
  case moveCoordinator
  /// The coordinator's answers of that kind are held back; nil lets all go.
  case hold(HoldPoint?)
  /// Something is asked of a producer without a consumer.
  case producer(ProducerSlot, ProducerCommand)
}

/// What became of a command.
public enum CommandAnswer: Hashable, Sendable {
  case done
  case refused(Refusal)
}

/// Why a source cannot do it.
public enum Refusal: Hashable, Sendable {
  case lookOnly
  /// No client has joined yet.
  case noGroup
  /// It can start no client.
  case noSpawn
  /// How a client is set is its own affair.
  case clientsOwn
  /// Only a broker of ours holds its answers back.
  case notABroker
  case notOurs
  case notRunning
  case alreadyRunning
  case alreadyClosing
  case tooManyMembers
  case tooManyPartitions
  case notInThisSource
  /// There is no transaction to end.
  case noTransaction
  /// The producer has yet to get its id, or ends a transaction.
  case producerBusy
  case producerNotRunning
}
