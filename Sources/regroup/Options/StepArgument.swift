import ArgumentParser

/// A step on the command line: its number, or `last`.
enum StepArgument: Hashable, Sendable {
  case number(Int)
  /// The end of the script.
  case last

  init(parsing text: String) throws {
    if text == "last" {
      self = .last
      return
    }
    guard let number = Int(text), number >= 0 else {
      throw ValidationError("it must be the number of a step, from 0 on, or last")
    }
    self = .number(number)
  }
}
