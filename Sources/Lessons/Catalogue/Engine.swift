import Feed
import KafkaModel
import Simulation

/// The rules of the simulation as one number, so that a recording can say which ones it is from.
public enum Engine {
  /// Taken from what the engine does, not from a version that somebody must remember to raise:
  /// four figures, played to their ends.
  public static let fingerprint: String = {
    var fingerprint = Fingerprint()
    for number in ["6-5", "6-7-late", "6-12", "6-14"] {
      guard let lesson = Lessons.find(number) else { continue }
      var source = SimulationSource(scenario: lesson.scenario, seed: lesson.seed)
      source.play(toMs: source.nowMs + 60_000)
      source.record { fingerprint.add(RecordingLine.text(of: $0)) }
    }
    return fingerprint.description
  }()
}
