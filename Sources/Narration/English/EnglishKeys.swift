/// Footer and help in English.
struct EnglishKeys: KeyPhrasebook {
  var space: String { "Space" }
  var pause: String { "pause" }
  var letGo: String { "let go" }
  var expel: String { "remove" }
  var expelLong: String { "remove it, as an admin would" }
  var all: String { "all" }
  var openOne: String { "open one" }
  var show: String { "show the answer" }
  var leave: String { "leave" }
  var helpTitle: String { "Keys" }
  var closesHelp: String { "? the signs   any other key closes this" }

  func section(_ section: KeyAction.Section) -> String {
    switch section {
    case .act: "Members"
    case .group: "Group"
    case .choose: "Choose"
    case .time: "Time"
    case .view: "View"
    }
  }

  func short(_ action: KeyAction) -> String {
    switch action {
    case .kill: "kill"
    case .close: "close"
    case .restart: "restart"
    case .add: "add"
    case .poll: "poll"
    case .network: "network"
    case .rate: "slow"
    case .hold: "hold"
    case .addPartition: "new partition"
    case .assignor: "assignor"
    case .membership: "static"
    case .memberUp, .memberDown: "member"
    case .partitionBack, .partitionOn: "partition"
    case .open: "open"
    case .play: "play"
    case .stepOn: "step"
    case .stepBack: "back"
    case .start: "start"
    case .end: "end"
    case .beatBack: "beat"
    case .beatOn: "beat"
    case .scrubBack, .scrubOn: "10 s"
    case .faster: "faster"
    case .slower: "slower"
    case .nextPane: "pane"
    case .picture: "picture"
    case .log: "log"
    case .messages: "messages"
    case .records: "records"
    case .describe: "describe"
    case .settings: "settings"
    case .consoles: "terminals"
    case .table: "tables"
    case .grid: "grid"
    case .language: "한국어"
    case .projection: "projection"
    case .compare: "compare"
    case .predict: "predict"
    case .inside: "assignor"
    case .fork: "fork"
    case .undo: "undo"
    case .commandLine: "command"
    case .glossary: "glossary"
    case .zoom: "zoom"
    case .filter: "filter"
    case .save: "record"
    case .help: "help"
    case .up: "home"
    case .quit: "quit"
    }
  }

  func both(_ first: KeyAction) -> String {
    switch first {
    case .assignor: "other assignor; static or not"
    case .memberUp: "select a member, or scroll"
    case .partitionBack: "a partition, or scroll by ten"
    case .start: "the start, the end"
    case .beatBack: "a beat back, a beat on"
    case .scrubBack: "10 s back, 10 s on"
    case .faster: "twice as fast, half as fast"
    case .fork: "cut off what comes; undo"
    case .filter: "keep a text, what is selected"
    case .consoles: "terminals; tables 6-1 to 6-3"
    case .predict: "guess first; the last plan"
    case .glossary: "what a term means; this help"
    case .up: "up, to the home screen; quit"
    default: long(first)
    }
  }

  func long(_ action: KeyAction) -> String {
    switch action {
    case .kill: "kill the process: no LeaveGroup"
    case .close: "close it, as close() does"
    case .restart: "restart it: a new process"
    case .add: "add a member"
    case .poll: "stop or resume its poll()"
    case .network: "cut or heal its network"
    case .rate: "slower or normal processing"
    case .hold: "hold the coordinator's answers"
    case .addPartition: "one more partition"
    case .assignor: "next assignor: all restart"
    case .membership: "static or not: all restart"
    case .memberUp, .memberDown: "select a member, scroll"
    case .partitionBack, .partitionOn: "select a partition"
    case .open: "open what is selected"
    case .play: "play or pause"
    case .stepOn: "one step on"
    case .stepBack: "one step back"
    case .start: "back to the start"
    case .end: "to the end of what is known"
    case .beatBack: "the beat before"
    case .beatOn: "the next beat"
    case .scrubBack, .scrubOn: "10 s back, on"
    case .faster, .slower: "faster, slower"
    case .nextPane: "the next pane"
    case .picture: "the picture"
    case .log: "the log, with causes"
    case .messages: "messages and their fields"
    case .records: "__consumer_offsets records"
    case .describe: "what --describe prints"
    case .settings: "settings and what is due"
    case .consoles: "what the programs print"
    case .table: "tables 6-1, 6-2 and 6-3"
    case .grid: "members x partitions"
    case .language: "한국어로 바꾼다"
    case .projection: "for a projector"
    case .compare: "under each assignor"
    case .predict: "ask before it is shown"
    case .inside: "inside the last plan"
    case .fork: "cut off the future here"
    case .undo: "undo the last act"
    case .filter: "keep what contains a text"
    case .zoom: "only what is selected"
    case .glossary: "what the words mean"
    case .commandLine: "type a command; Tab helps"
    case .save: "save a recording"
    case .help: "this help"
    case .up: "up, to the home screen"
    case .quit: "quit"
    }
  }
}
