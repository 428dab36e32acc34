import Narration

/// What can be typed after `:`: the one table that reading, completion and faults go by.
enum CommandWord: String, CaseIterable {
  case kill, close, restart, add, poll, network, rate, subscribe, unsubscribe
  case assignor, `static`, dynamic, partitions, coordinator
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
    case .partitions: [LineParameter(.topic, isNeeded: false)]
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

  /// Whether it does just what a key does.
  var key: KeyAction? {
    switch self {
    case .kill: .kill
    case .close: .close
    case .restart: .restart
    case .add: .add
    case .poll: .poll
    case .network: .network
    case .rate: .rate
    case .next: .stepOn
    case .back: .stepBack
    case .start: .start
    case .fork: .fork
    case .undo: .undo
    case .picture: .picture
    case .log: .log
    case .messages: .messages
    case .records: .records
    case .describe: .describe
    case .settings: .settings
    case .consoles: .consoles
    case .table: .table
    case .grid: .grid
    case .projection: .projection
    case .compare: .compare
    case .predict: .predict
    case .inside: .inside
    case .zoom: .zoom
    case .save: .save
    case .glossary: .glossary
    case .help: .help
    case .quit: .quit
    default: nil
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
