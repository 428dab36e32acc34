import Feed
import KafkaModel
import Narration
import Simulation

/// A figure or a surprise as data: what is said of it, and the scenario that plays it.
public struct Lesson: Sendable {
  /// The figure's number in the textbook, e.g. `6-5`.
  public var number: String
  public var caption: LessonCaption
  /// What it shows, in at most 30 columns.
  public var shows: Localized
  public var scenario: Scenario
  public var seed: UInt64

  public init(
    number: String, caption: LessonCaption, shows: Localized, scenario: Scenario,
    seed: UInt64 = 1
  ) {
    self.number = number
    self.caption = caption
    self.shows = shows
    self.scenario = scenario
    self.seed = seed
  }

  /// The beat of that name, counted from 0.
  public func beat(named name: String) -> Int? {
    scenario.beats.firstIndex { $0.name == name }
  }

  /// The name of a beat, for snapshots.
  public func beatName(_ index: Int?) -> String? {
    guard let index, scenario.beats.indices.contains(index) else { return nil }
    return scenario.beats[index].name
  }
}
