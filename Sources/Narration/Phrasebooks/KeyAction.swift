/// What keys do; the board's key table says which keys.
public enum KeyAction: String, Hashable, Sendable, CaseIterable {
  case kill, close, restart, add, poll, network, rate
  case addPartition, assignor, membership, hold
  case memberUp, memberDown, partitionBack, partitionOn, open
  case play, stepOn, stepBack, start, end, beatBack, beatOn, scrubBack, scrubOn, faster, slower
  case fork, undo
  case nextPane, picture, log, messages, records, describe, settings, consoles, table, grid
  case language, save, help, up, quit
  case compare, projection, commandLine, filter, zoom, glossary
  case predict, inside

  public enum Section: Hashable, Sendable, CaseIterable {
    case act, group, choose, time, view
  }

  public var section: Section {
    switch self {
    case .kill, .close, .restart, .add, .poll, .network, .rate: .act
    case .addPartition, .assignor, .membership, .hold: .group
    case .memberUp, .memberDown, .partitionBack, .partitionOn, .open: .choose
    case .play, .stepOn, .stepBack, .start, .end, .beatBack, .beatOn, .scrubBack, .scrubOn,
      .faster, .slower, .fork, .undo:
      .time
    case .nextPane, .picture, .log, .messages, .records, .describe, .settings, .grid,
      .consoles, .table:
      .view
    case .language, .save, .help, .up, .quit, .compare, .projection,
      .commandLine, .filter, .zoom, .glossary:
      .view
    case .predict, .inside: .view
    }
  }
}
