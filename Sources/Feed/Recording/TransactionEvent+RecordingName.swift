extension TransactionEvent {
  /// The word that stands for the event in a recording.
  var recordingName: String {
    switch self {
    case .producerSeen: "producerSeen"
    case .output: "output"
    case .process: "producerProcess"
    case .state: "producerState"
    case .producerId: "producerId"
    case .mustAbort: "mustAbort"
    case .failed: "producerFailed"
    case .transaction: "transaction"
    case .fenced: "fenced"
    case .timeout: "transactionTimeout"
    case .opened: "opened"
    case .marker: "marker"
    case .stableOffset: "stableOffset"
    case .offsetPending: "offsetPending"
    case .offsetsDecided: "offsetsDecided"
    case .delivered: "delivered"
    }
  }
}
