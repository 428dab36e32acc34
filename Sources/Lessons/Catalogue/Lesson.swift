import Feed
import KafkaModel
import Narration
import Simulation

/// A figure, a basic or a surprise as data: what is said of it, and the scenario that plays it.
public struct Lesson: Sendable {
  /// The figure's number in the textbook, e.g. `6-5`; a name where it has no figure.
  public var number: String
  public var section: LessonSection
  public var caption: LessonCaption
  /// What it shows, in at most 30 columns.
  public var shows: Localized
  /// What a class is to know afterwards, in one sentence.
  public var goal: Localized
  /// What is said at each beat, in their order.
  public var talks: [BeatTalk]
  public var scenario: Scenario
  public var seed: UInt64
  /// The pane it opens in, by the key that shows it.
  public var pane: KeyAction

  public init(
    number: String, section: LessonSection = .figures, caption: LessonCaption, shows: Localized,
    goal: Localized? = nil, talks: [BeatTalk] = [], scenario: Scenario, seed: UInt64 = 1,
    pane: KeyAction = .picture
  ) {
    self.number = number
    self.section = section
    self.caption = caption
    self.shows = shows
    self.goal = goal ?? shows
    self.talks = talks
    self.scenario = scenario
    self.seed = seed
    self.pane = pane
  }

  init(
    number: String, section: LessonSection = .figures, caption: LessonCaption, shows: Localized,
    talks: Talks, scenario: Scenario
  ) {
    self.init(
      number: number, section: section, caption: caption, shows: shows, goal: talks.goal,
      talks: talks.beats, scenario: scenario)
  }

  /// What is said at a beat; nil where nothing is.
  public func talk(atBeat index: Int?) -> BeatTalk? {
    guard let index, talks.indices.contains(index) else { return nil }
    return talks[index]
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
