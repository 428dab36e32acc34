import Feed
import Simulation

extension SimulationSource: StagedSource {
  var shownSeed: UInt64? { seed }
  var stepNumber: Int? { step }
  var stepCount: Int? { scriptSteps }
  var isFinished: Bool { isOver }
  func recentLog(_ count: Int) -> [TimedEvent] { log(last: count) }
}
