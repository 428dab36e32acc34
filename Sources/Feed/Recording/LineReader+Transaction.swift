import KafkaModel

/// Producers and their transactions.
extension LineReader {
  mutating func transactionEvent(_ name: String) throws(LineFault) -> TransactionEvent {
    switch name {
    case "producerSeen": return .producerSeen(try producer(), try producerIdentity())
    case "output":
      return .output(
        try id("name"), partitions: try number("partitions", in: 0...RecordingLimits.partitions))
    case "producerProcess":
      let slot = try producer()
      let word = try word()
      guard let change = ProducerChange(rawValue: word) else { throw .unknownName(word) }
      return .process(slot, change)
    case "producerState":
      return .state(
        try producer(), try one(of: ProducerState.allCases, "state") { $0.description })
    case "producerId": return .producerId(try producer(), try producerAndEpoch())
    case "mustAbort": return .mustAbort(try producer(), try api(), try error())
    case "producerFailed": return .failed(try producer(), try api(), try error())
    case "delivered": return .delivered(try tally())
    default: return try brokerEvent(name)
    }
  }

  /// What the coordinators and the partitions' leaders do.
  private mutating func brokerEvent(_ name: String) throws(LineFault) -> TransactionEvent {
    switch name {
    case "transaction":
      return .transaction(
        try id("id"), try one(of: TransactionState.allCases, "state") { $0.description },
        try producerAndEpoch())
    case "fenced":
      return .fenced(
        try id("id"), try producerAndEpoch(),
        try one(of: FencingReason.allCases, "reason") { $0.rawValue })
    case "transactionTimeout":
      return .timeout(try id("id"), dueMs: try numberIfAny("dueMs", in: RecordingLimits.timesMs))
    case "opened": return .opened(try partition(), try producerAndEpoch(), try offset())
    case "marker":
      return .marker(
        try partition(), try producerAndEpoch(), isCommit: try isCommit(), try offset(),
        records: try count("records"))
    case "stableOffset":
      return .stableOffset(
        try partition(),
        try numberIfAny("offset", in: RecordingLimits.offsets).map { Offset($0) })
    case "offsetPending":
      let partition = try partition()
      let producer = try producerAndEpoch()
      return .offsetPending(partition, try offset(), producer)
    case "offsetsDecided":
      return .offsetsDecided(try producerAndEpoch(), isCommit: try isCommit())
    default: throw .unknownName(name)
    }
  }

  private mutating func isCommit() throws(LineFault) -> Bool {
    try one(of: [true, false], "commit") { $0 ? "yes" : "no" }
  }

  private mutating func count(_ key: String) throws(LineFault) -> Int64 {
    try number(key, in: RecordingLimits.counts)
  }

  private mutating func producerIdentity() throws(LineFault) -> ProducerIdentity {
    ProducerIdentity(
      name: try text("name"), transactionalId: try textIfAny("id").map { TransactionalId($0) },
      topic: try id("topic"), member: try slotIfAny())
  }

  private mutating func tally() throws(LineFault) -> DeliveryTally {
    DeliveryTally(
      done: try count("done"), committed: try count("committed"),
      duplicates: try count("duplicates"), lost: try count("lost"),
      aborted: try count("aborted"), open: try count("open"))
  }

  mutating func producer() throws(LineFault) -> ProducerSlot {
    ProducerSlot(try number("producer", in: Self.slots))
  }

  private mutating func producerAndEpoch() throws(LineFault) -> Producer {
    Producer(id: try number("producerId"), epoch: try number("epoch"))
  }

  mutating func producerCommand() throws(LineFault) -> ProducerCommand {
    let name = try word()
    switch name {
    case "send": return .send(records: try count("records"))
    case "commit": return .commit
    case "abort": return .abort
    case "kill": return .kill
    case "restart": return .restart
    default: throw .unknownName(name)
    }
  }
}

/// Records of transactions in `__consumer_offsets`.
extension LineReader {
  /// Those that come next.
  mutating func addTransactional(_ records: inout [WrittenRecord]) throws(LineFault) {
    for parts in try parts("pending") {
      guard parts.count == 6, let partition = try Self.partitions(parts[1...2], "pending").first,
        let offset = Int64(parts[3]), RecordingLimits.offsets.contains(offset)
      else { throw .badValue("pending") }
      records.append(
        .pending(
          GroupId(parts[0]), partition, Offset(offset), try Self.producer(parts[4...], "pending")))
    }
    for parts in try parts("marker") {
      guard parts.count == 3, parts[0] == "commit" || parts[0] == "abort" else {
        throw .badValue("marker")
      }
      records.append(
        .marker(try Self.producer(parts[1...], "marker"), isCommit: parts[0] == "commit"))
    }
  }

  /// Id and epoch.
  private static func producer(
    _ parts: ArraySlice<String>, _ key: String
  ) throws(LineFault) -> Producer {
    guard let id = parts.first.flatMap({ Int64($0) }), let epoch = parts.last.flatMap({ Int16($0) })
    else { throw .badValue(key) }
    return Producer(id: id, epoch: epoch)
  }
}
