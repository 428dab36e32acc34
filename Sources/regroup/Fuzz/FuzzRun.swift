import Feed
import Lessons
import Simulation

/// One seed: a group under faults, and the broker's machines under requests of any kind.
struct FuzzRun {
  let seed: UInt64
  let group: SwarmRun
  let storm: Storms
  private let minutes: Int64

  init(seed: UInt64, minutes: Int64, isFingerprinted: Bool) {
    self.seed = seed
    self.minutes = minutes
    group = SwarmRun(
      seed: seed, lengthMs: minutes * 60_000, isFingerprinted: isFingerprinted)
    storm = Storms(seed: seed, requests: Self.requests)
  }

  private static let requests = 2000

  var steps: Int64 { group.events + storm.steps }

  var fingerprintLine: String {
    "\(seed) \(group.fingerprint) events \(group.events) generation \(group.generation)"
      + " overlaps \(group.overlaps) requests \(storm.steps)"
  }

  /// What broke, when, and how to look at it.
  var faultLines: [String] {
    let command = "regroup fuzz --seed \(seed) --minutes \(minutes)"
    return group.violations.map { violation in
      "seed \(seed): \(Self.text(violation)): \(violation.detail); on the screen: "
        + "\(command) --record \(seed).recording; regroup play \(seed).recording"
    }
      + storm.violations.map { violation in
        "seed \(seed): \(Self.text(violation)) under requests of any kind: \(violation.detail); "
          + "again: \(command) --runs 1"
      }
  }

  /// The rule and the time.
  private static func text(_ violation: Violation) -> String {
    "\(violation.invariant.rawValue) at \(ClockText.milliseconds(violation.timeMs))"
  }

  /// Plays the group once more, into a file.
  func record(to path: String) throws(OutputError) {
    var output = try Output(path: path)
    defer { output.close() }
    let broken = group.violations.map(Self.text)
    let origin = RecordingOrigin(
      kind: .simulation, name: FuzzRun.recordingName,
      title: broken.isEmpty ? nil : broken.joined(separator: ", "), seed: seed,
      engine: Engine.fingerprint)
    try RecordingFile.write(origin, to: &output) { take in
      SwarmRun.record(seed: seed, lengthMs: minutes * 60_000, take)
    }
  }

  /// What stands in a recording's origin.
  static let recordingName = "fuzz"
}
