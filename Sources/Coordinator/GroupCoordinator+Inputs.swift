import KafkaModel

extension GroupCoordinator {
  /// A request of a client. Its answer may be among the replies, or come with a later outcome.
  ///
  /// Only the coordinator's own APIs may be passed.
  public mutating func handle(
    _ request: Request, _ context: RequestContext, nowMs: Int64
  ) -> CoordinatorOutcome {
    CoordinatorOutcome()
  }

  /// A timer is due. One that was set again, cancelled or never set does nothing.
  public mutating func fire(_ timer: CoordinatorTimer, nowMs: Int64) -> CoordinatorOutcome {
    CoordinatorOutcome()
  }

  /// A batch was written, or could not be (`error` is not `none`). Unknown ids do nothing.
  public mutating func appendConfirmed(
    _ id: AppendId, error: ErrorCode = .none, nowMs: Int64
  ) -> CoordinatorOutcome {
    CoordinatorOutcome()
  }

  /// Applies a record to the hard state; the only thing that changes it.
  public mutating func replay(_ record: CoordinatorRecord) { hardState.replay(record) }

  /// This broker becomes the coordinator, but has still to read the log.
  public mutating func startLoading(nowMs: Int64) -> CoordinatorOutcome { CoordinatorOutcome() }

  /// This broker has read the log and takes over: groups are Stable or Empty, sessions start anew.
  public mutating func load(_ records: [CoordinatorRecord], nowMs: Int64) -> CoordinatorOutcome {
    CoordinatorOutcome()
  }

  /// Another broker takes over: parked requests are answered NOT_COORDINATOR, all is forgotten.
  public mutating func unload(nowMs: Int64) -> CoordinatorOutcome { CoordinatorOutcome() }
}
