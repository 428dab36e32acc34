import Narration
import Simulation

/// One event in several worlds that differ in one setting, to be played in lock-step.
public struct ComparedLesson: Sendable {
  /// One of the worlds.
  public struct Column: Sendable {
    public var title: Localized
    /// What is to be known of it, under the title.
    public var note: Localized
    public var scenario: Scenario
  }

  /// The figures it is made of, e.g. `6-10 – 6-12`; empty for a sandbox.
  public var figure: String
  public var title: Localized
  public var columns: [Column]
  public var seed: UInt64
}
