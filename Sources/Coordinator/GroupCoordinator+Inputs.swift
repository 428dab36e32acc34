import KafkaModel

extension GroupCoordinator {
  /// A request of a client. Its answer may be among the replies, or come with a later outcome;
  /// a second JoinGroup or SyncGroup of a member that waits takes the place of the first, which
  /// is then never answered, as in Kafka.
  ///
  /// Only the coordinator's own APIs may be passed: JoinGroup, SyncGroup, Heartbeat, LeaveGroup,
  /// OffsetCommit, TxnOffsetCommit, OffsetFetch, OffsetDelete, DescribeGroups, ListGroups,
  /// DeleteGroups. That a TxnOffsetCommit belongs to a transaction the caller has found out.
  public mutating func handle(
    _ request: Request, _ context: RequestContext, nowMs: Int64
  ) -> CoordinatorOutcome {
    var turn = Turn(config: config, nowMs: nowMs)
    if let error = senseless(request, context.apiVersion) ?? absence(for: request) {
      refuse(request, context.token, error, &turn)
      return turn.outcome
    }
    switch request {
    case .heartbeat(let request): heartbeat(request, context.token, &turn)
    case .joinGroup(let request): join(request, context, &turn)
    case .syncGroup(let request): sync(request, context, &turn)
    case .leaveGroup(let request): leave(request, context, &turn)
    case .offsetCommit(let request): commit(request, context, &turn)
    case .txnOffsetCommit(let request): commit(request, context, &turn)
    case .offsetDelete(let request): delete(request, context.token, &turn)
    case .offsetFetch(let request): fetchOffsets(request, context.token, &turn)
    case .describeGroups(let request): describe(request, context, &turn)
    case .listGroups(let request): list(request, context.token, &turn)
    case .deleteGroups(let request): delete(request, context.token, &turn)
    default: preconditionFailure("\(request.apiKey) is not a coordinator's")
    }
    return finish(turn)
  }

  /// A timer is due. One that was set again, cancelled or never set does nothing.
  public mutating func fire(_ timer: CoordinatorTimer, nowMs: Int64) -> CoordinatorOutcome {
    guard let slot = groups.index(forKey: timer.groupId) else { return CoordinatorOutcome() }
    var turn = Turn(config: config, nowMs: nowMs)
    switch timer {
    case .initialDelay:
      if groups.values[slot].initialDelayDueMs != nil {
        groups.values[slot].joinTimerFired(&turn)
      }
    case .join:
      if groups.values[slot].joinDueMs != nil { groups.values[slot].joinTimerFired(&turn) }
    case .sync: groups.values[slot].syncTimerFired(&turn)
    case .session(_, let memberId): groups.values[slot].sessionTimerFired(memberId, &turn)
    }
    return finish(turn)
  }

  /// A batch was written, or could not be (`error` is not `none`). Unknown ids do nothing.
  ///
  /// Only now the records count: they are replayed, and who waited for them is answered.
  public mutating func appendConfirmed(
    _ id: AppendId, error: ErrorCode = .none, nowMs: Int64
  ) -> CoordinatorOutcome {
    guard let write = writes.removeValue(forKey: id) else { return CoordinatorOutcome() }
    var turn = Turn(config: config, nowMs: nowMs)
    confirm(write, error: error, &turn)
    return finish(turn)
  }

  /// Applies a record to the hard state; the only thing that changes it.
  public mutating func replay(_ record: CoordinatorRecord) {
    hardState.replay(record, of: config.offsetsTopicPartitions)
  }

  /// WriteTxnMarkers for a partition of `__consumer_offsets`: a producer's transaction has ended
  /// there. The marker is the only record of the outcome's appends; when that is confirmed, the
  /// producer's pending offsets count, or are dropped.
  ///
  /// nil while it is not active: the partition has no leader, the marker has to come again.
  public mutating func endTransaction(
    _ marker: TransactionMarker, partition: Int32, nowMs: Int64
  ) -> CoordinatorOutcome? {
    guard service == .active else { return nil }
    var turn = Turn(config: config, nowMs: nowMs)
    turn.writes.append(
      Write(
        groupId: nil, records: [.transactionEnd(marker, partition: partition)],
        continuation: .transactionEnd(marker, partition: partition)))
    return finish(turn)
  }

  /// This broker becomes the coordinator, but has still to read the log: heartbeats are answered
  /// NONE, everything else COORDINATOR_LOAD_IN_PROGRESS, until `load`.
  public mutating func startLoading(nowMs: Int64) -> CoordinatorOutcome {
    var turn = Turn(config: config, nowMs: nowMs)
    forgetEverything(&turn)
    service = .loading
    return turn.outcome
  }

  /// This broker has read the log and takes over: groups are Stable or Empty, sessions start
  /// anew, a rebalance that was under way is lost.
  public mutating func load(_ records: [CoordinatorRecord], nowMs: Int64) -> CoordinatorOutcome {
    var turn = Turn(config: config, nowMs: nowMs)
    forgetEverything(&turn)
    for record in records { replay(record) }
    for id in hardState.groupIds { restore(id, &turn) }
    service = .active
    return finish(turn)
  }

  /// Another broker takes over: parked requests are answered NOT_COORDINATOR, and so is
  /// everything that comes until the next `load`.
  public mutating func unload(nowMs: Int64) -> CoordinatorOutcome {
    var turn = Turn(config: config, nowMs: nowMs)
    forgetEverything(&turn)
    service = .unloaded
    return turn.outcome
  }

  /// What a coordinator that is not active answers.
  private func absence(for request: Request) -> ErrorCode? {
    switch (service, request) {
    case (.active, _): nil
    case (.loading, .heartbeat): ErrorCode.none
    case (.loading, _): .coordinatorLoadInProgress
    case (.unloaded, _): .notCoordinator
    }
  }

  private func refuse(
    _ request: Request, _ token: RequestToken, _ error: ErrorCode, _ turn: inout Turn
  ) {
    guard let response = Response(refusing: request, error) else {
      preconditionFailure("\(request.apiKey) is not a coordinator's")
    }
    turn.reply(token, response)
  }
}
