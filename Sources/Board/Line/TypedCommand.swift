import Feed
import Narration

/// A line that was understood.
struct TypedCommand: Hashable {
  let word: CommandWord
  let values: [LineValue]

  /// Nil for a line without a word.
  static func read(
    _ text: String, _ model: BoardModel, _ picture: GroupPicture
  ) throws(TypedFault) -> TypedCommand? {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let known = LineWords(model, picture)
    guard let word = CommandWord(rawValue: first) else {
      throw .unknown(.command, first, there: known.offer(.command))
    }
    var values: [LineValue] = []
    for (index, typed) in words.dropFirst().enumerated() {
      guard let parameter = word.parameter(index), !word.isWhole(values) else {
        throw .tooMuch(typed, after: words[...index].joined(separator: " "))
      }
      guard let value = known.value(typed, parameter.noun) else {
        throw .unknown(parameter.noun, typed, there: known.offer(parameter.noun))
      }
      values.append(value)
    }
    if let parameter = word.parameter(values.count), parameter.isNeeded,
      values.count < word.parameters.count
    {
      throw .missing(parameter.noun, after: first, there: known.offer(parameter.noun))
    }
    return TypedCommand(word: word, values: values)
  }
}

extension CommandWord {
  /// Whether nothing can follow these: only what is sent has a number.
  func isWhole(_ values: [LineValue]) -> Bool {
    guard self == .tx, let act = values.first else { return false }
    return act != .act(.send)
  }

  /// What the word of that number after the command is, counted from 0.
  func parameter(_ index: Int) -> LineParameter? {
    if parameters.indices.contains(index) { return parameters[index] }
    return parameters.last.flatMap { $0.repeats ? $0 : nil }
  }
}
