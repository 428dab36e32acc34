/// The application's loop around poll().
enum PollLoop: Hashable, Sendable {
  /// The consumer exists, nobody polls yet. Leads to polling, over.
  case unstarted
  /// Inside poll(): answers take effect at once. Leads to processing, stopped, over.
  case polling
  /// Works off the records of the last poll. Leads to polling, waiting, stopped, held, over.
  case processing(RecordWork)
  /// Done with the records, but not with what follows from them. Leads to polling, held, over.
  case waiting
  /// Stuck in its own code. Leads to polling, over.
  case stopped
  /// The same, with records that something follows from. Leads to waiting, over.
  case held
  /// Closed or failed: it polls never again.
  case over

  enum Input: Hashable, Sendable {
    case started
    case recordsReturned(RecordWork)
    case workDone
    /// The records are done, and something follows from them.
    case workHandedOver
    case polledAgain
    case stuck
    /// Stuck before what follows from the records.
    case stuckWithRecords
    case resumed
    case ended
  }

  var isPolling: Bool { self == .polling }
  var isStuck: Bool { self == .stopped || self == .held }

  mutating func handle(_ input: Input) { self = after(input) }

  consuming func after(_ input: Input) -> PollLoop {
    if case .ended = input { return .over }
    switch consume self {
    case .unstarted:
      if case .started = input { return .polling } else { return .unstarted }
    case .polling:
      switch input {
      case .recordsReturned(let work): return .processing(work)
      case .stuck, .stuckWithRecords: return .stopped
      case .started, .workDone, .workHandedOver, .polledAgain, .resumed, .ended: return .polling
      }
    case .processing(let work):
      switch input {
      case .workDone: return .polling
      case .workHandedOver: return .waiting
      case .stuck: return .stopped
      case .stuckWithRecords: return .held
      case .started, .recordsReturned, .polledAgain, .resumed, .ended: return .processing(work)
      }
    case .waiting:
      switch input {
      case .polledAgain: return .polling
      case .stuck, .stuckWithRecords: return .held
      case .started, .recordsReturned, .workDone, .workHandedOver, .resumed, .ended:
        return .waiting
      }
    case .stopped:
      if case .resumed = input { return .polling } else { return .stopped }
    case .held:
      if case .resumed = input { return .waiting } else { return .held }
    case .over: return .over
    }
  }
}

/// Records that the application is working off.
struct RecordWork: Hashable, Sendable {
  /// In thousandths of a record, as the rate is a second and the clock counts milliseconds.
  private var thousandths: Int64
  private var sinceMs: Int64
  private var ratePerSecond: Int64

  init(records: Int64, ratePerSecond: Int64, nowMs: Int64) {
    thousandths = records * 1_000
    sinceMs = nowMs
    self.ratePerSecond = max(0, ratePerSecond)
  }

  /// When it is done; `Timers.never` at a rate of 0.
  var doneAtMs: Int64 {
    if ratePerSecond == 0 { return Timers.never }
    return sinceMs + (thousandths + ratePerSecond - 1) / ratePerSecond
  }

  /// The rest of the work goes on at another rate.
  mutating func change(ratePerSecond: Int64, nowMs: Int64) {
    thousandths = max(0, thousandths - (nowMs - sinceMs) * self.ratePerSecond)
    sinceMs = nowMs
    self.ratePerSecond = max(0, ratePerSecond)
  }
}
