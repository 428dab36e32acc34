import KafkaModel

/// The one timer a host needs for a consumer.
extension Member {
  /// The earliest deadline of all; nil = nothing is due.
  var nextWakeMs: Int64? {
    if closing == .closed || loop == .unstarted { return nil }
    var earliest = Timers.never
    for request in inFlight { earliest = min(earliest, request.timeoutAtMs) }
    if !hasFailed && isSubscribed {
      earliest = min(earliest, backgroundWakeMs)
      if loop.isPolling { earliest = min(earliest, pollWakeMs) }
      if case .processing(let work) = loop { earliest = min(earliest, work.doneAtMs) }
    }
    if syncCommit != nil && coordinator != nil && !isCommitting(.sync) {
      earliest = min(earliest, timers.commitRetryMs)
    }
    if closing != .open { earliest = min(earliest, closeWakeMs) }
    return earliest == Timers.never ? nil : earliest
  }

  private var backgroundWakeMs: Int64 {
    var earliest = isInFlight(.metadata) ? Timers.never : timers.metadataMs
    if coordinator == nil {
      if wantsCoordinator && !isInFlight(.findCoordinator) {
        earliest = min(earliest, timers.findCoordinatorMs)
      }
    } else if state.heartbeats {
      earliest = min(earliest, timers.heartbeatMs, timers.sessionMs, timers.pollMs)
    }
    return earliest
  }

  private var pollWakeMs: Int64 {
    guard coordinator != nil else { return Timers.never }
    var earliest = Timers.never
    if rejoinNeeded && round == .none {
      switch prepare {
      case .notBegun: earliest = timers.joinMs
      case .committing, .committed: earliest = timers.prepareEndMs
      case .retrying: earliest = min(timers.prepareEndMs, timers.commitRetryMs)
      }
    }
    if commitsByItself && !isCommitting(.interval) {
      earliest = min(earliest, timers.autoCommitMs)
    }
    if timers.positionsMs > nowMs && ownership.lacksPosition {
      earliest = min(earliest, timers.positionsMs)
    }
    return earliest
  }

  private var closeWakeMs: Int64 {
    if closing == .committing && coordinator != nil && !isCommitting(.close) {
      return min(timers.closeEndMs, timers.commitRetryMs)
    }
    return timers.closeEndMs
  }
}
