import Feed

extension RecordingSource: StagedSource {
  var shownSeed: UInt64? { tape.origin?.seed }
  var stepNumber: Int? { step }
  var stepCount: Int? { lastStep }
  var anonymizer: Anonymizer? { tape.anonymizer }
  var endMs: Int64? { tape.endMs }
  var isFinished: Bool { isOver }
  func recentLog(_ count: Int) -> [TimedEvent] { log(last: count) }
}
