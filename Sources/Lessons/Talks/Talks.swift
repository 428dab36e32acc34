import Narration

/// What is said of a lesson: what a class is to know afterwards, and what at each beat.
struct Talks {
  var goal: Localized
  /// In the order of the scenario's beats.
  var beats: [BeatTalk]
}
