import Narration

/// What can be typed after `:`: the one table that reading, completion and faults go by.
enum CommandWord: String, CaseIterable {
  case kill, close, restart, add, poll, network, rate, subscribe, unsubscribe
  case assignor, `static`, dynamic, partitions, coordinator, hold, produce, tx
  case play, pause, next, back, step, beat, seek, start, speed, fork, undo
  case select, zoom, filter, pane, picture, log, messages, records, describe, settings
  case consoles, table, grid
  case projection, compare, predict, inside, language, save, glossary, help, home, quit

  /// What follows the word, in order; the last may repeat.
  var parameters: [LineParameter] {
    switch self {
    case .kill, .close, .restart, .poll, .network: [LineParameter(.member, isNeeded: false)]
    case .rate:
      [LineParameter(.member, isNeeded: false), LineParameter(.recordsPerSecond, isNeeded: false)]
    case .subscribe: [LineParameter(.member), LineParameter(.topic, repeats: true)]
    case .unsubscribe: [LineParameter(.member)]
    case .assignor: [LineParameter(.assignor)]
    case .hold: [LineParameter(.holdPoint, isNeeded: false)]
    case .produce: [LineParameter(.records)]
    case .partitions: [LineParameter(.topic, isNeeded: false)]
    case .tx: [LineParameter(.producerAct), LineParameter(.records, isNeeded: false)]
    case .step: [LineParameter(.step)]
    case .beat: [LineParameter(.beat)]
    case .seek: [LineParameter(.time)]
    case .speed: [LineParameter(.speed)]
    case .filter: [LineParameter(.text, isNeeded: false, repeats: true)]
    case .select: [LineParameter(.memberOrPartition)]
    case .pane: [LineParameter(.pane)]
    case .language: [LineParameter(.language)]
    default: []
    }
  }

  /// What the key of that name does, where it is just that.
  var key: KeyAction? {
    switch self {
    case .next: .stepOn
    case .back: .stepBack
    // They say what the key goes round, or more than it.
    case .assignor, .hold, .play, .filter, .language: nil
    default: KeyAction(rawValue: rawValue)
    }
  }
}

/// A word that follows a command.
struct LineParameter: Hashable {
  let noun: TypedFault.Noun
  let isNeeded: Bool
  let repeats: Bool

  init(_ noun: TypedFault.Noun, isNeeded: Bool = true, repeats: Bool = false) {
    self.noun = noun
    self.isNeeded = isNeeded
    self.repeats = repeats
  }
}
