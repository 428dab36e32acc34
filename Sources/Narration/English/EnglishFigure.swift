import Feed
import KafkaModel

/// The picture in English.
struct EnglishFigure: FigurePhrasebook {
  private let terms = EnglishTerms()

  var why: String { "Why" }
  var cost: String { "Cost" }
  var next: String { "Next" }
  var now: String { "now" }
  var lag: String { "lag" }
  var notRead: String { "not read" }
  var notReadSeconds: String { "not read s" }
  var partition: String { "partition" }
  var partitionShort: String { "part" }
  var kept: String { "kept" }
  var moved: String { "moved" }
  var needless: String { "needless" }
  var needlessShort: String { "moved!" }
  var paused: String { "paused" }
  var noGroup: String { "no group yet" }
  var slowNetwork: String { "slow network" }
  var staticMembers: String { "static" }

  var compare: String { "compare" }
  var nobody: String { "nobody" }
  var notReadHeading: String { "not read (s)" }
  var rounds: String { "rounds" }
  var ofHealthy: String { "of healthy" }
  var compareLegend: [String] {
    [
      "+ moved   ! moved needlessly: between two members that stayed",
      "not read: partition-seconds; of healthy: lost by members that were well",
    ]
  }
  func group(members: Int, topics: Int, partitions: Int) -> String {
    let all = "\(partitions) \(partitions == 1 ? "partition" : "partitions")"
    let named = "\(all) of \(topics) \(topics == 1 ? "topic" : "topics")"
    return "\(members) consumer\(members == 1 ? "" : "s"), \(named) · same seed"
  }
  func seed(_ seed: UInt64) -> String { "seed \(seed)" }
  func more(_ rows: Int) -> String { "\(rows) more" }

  func source(_ kind: Capabilities.Kind) -> String {
    switch kind {
    case .simulation: "simulation"
    case .drive: "real cluster"
    case .serve: "real clients"
    case .watch: "watching, read only"
    case .recording: "recording"
    }
  }

  func member(_ word: MemberWord) -> String {
    switch word {
    case .new: "new"
    case .unknown: "unknown"
    case .connecting: "connects"
    case .joining: "joining"
    case .joined: "joined"
    case .assigns: "assigns"
    case .waits: "waits"
    case .fetchingOffsets: "fetching"
    case .reading: "reading"
    case .revoking: "revoking"
    case .idle: "idle"
    case .slow: "slow"
    case .silent: "no commit"
    case .unsubscribed: "no topics"
    case .dead: "dead"
    case .stopped: "stopped"
    case .cutOff: "cut off"
    case .refused: "refused"
    case .hangs: "hangs"
    case .unheard: "silent"
    case .notPolling: "no poll()"
    case .leaving: "leaving"
    case .unstarted: "unstarted"
    case .left: "left"
    case .removed: "removed"
    case .failed: "failed"
    case .member: "member"
    case .outside: "outside"
    }
  }

  func generation(_ generation: Generation) -> String { "generation \(generation.value)" }

  func strategy(_ assignor: String) -> String {
    switch assignor {
    case "range": "range, eager"
    case "roundrobin": "round robin, eager"
    case "sticky": "sticky, eager"
    case "cooperative-sticky": "cooperative sticky"
    default: assignor
    }
  }

  func shortStrategy(_ assignor: String) -> String {
    switch assignor {
    case "roundrobin": "round robin"
    case "cooperative-sticky": "coop. sticky"
    default: assignor
    }
  }

  func eagerAsYet(_ assignor: String) -> String { "\(shortStrategy(assignor)), eager" }

  func coordinator(_ broker: BrokerId) -> String { "coordinator broker \(broker.value)" }
  func step(_ step: Int, of steps: Int?) -> String {
    steps.map { "step \(step) of \($0)" } ?? "step \(step)"
  }
  func seconds(ms: Int64) -> String { terms.seconds(ms) }

  func joined(_ count: JoinCount) -> String {
    let names = count.missing.map(\.letter) + count.former.map { "\($0.letter)'s old id" }
    return "\(count.joined) of \(count.all) joined"
      + (names.isEmpty ? "" : ", waits for \(terms.list(names))")
  }
  func waitsForMore(ms: Int64) -> String { "waits \(terms.seconds(ms)) more for others to join" }
  func holds(_ point: HoldPoint, waiting: Int) -> String {
    "holds answers to \(point.api.description): \(waiting)"
  }
  func waitsForPlan(of leader: MemberSlot?) -> String {
    leader.map { "waits for the plan of leader \($0.letter)" } ?? "waits for the leader's plan"
  }
  func lasting(ms: Int64) -> String {
    TimeText.rough(ms: ms, hours: " h", minutes: " min", seconds: " s")
  }
  var fromNow: String { "from now" }
  var dueHeading: String { "time left" }
  var heartbeatHeading: String { "heartbeat" }
  func heartbeat(agoMs: Int64) -> String { "\(agoMs / 1000) s ago" }
  func notRead(_ count: Int, of all: Int) -> String { "\(count) of \(all) not read" }
  func moreMembers(_ count: Int, reading: Int) -> String {
    "\(count) more members: "
      + (reading == count
        ? "all reading" : reading == 0 ? "none reading" : "only \(reading) reading")
  }
  func morePartitions(_ count: Int, notRead: Int) -> String {
    "\(count) more partitions: " + (notRead == 0 ? "all read" : "\(notRead) not read")
  }
  var projectionNeedsRoom: String { "F5 needs 80x24 to be large" }
  func stale(ageMs: Int64) -> String { "\(terms.seconds(ageMs)) old" }

  func notice(_ notice: Notice) -> String {
    switch notice {
    case .refused(let refusal, let slot):
      (slot.map { "\($0.letter): " } ?? "") + self.refusal(refusal)
    case .nobodyToActOn: "there is no member here that this key can act on"
    case .cannotTravel: "a real group cannot be stepped or rewound: only the simulation can"
    case .atTheStart: "this is the start"
    case .nothingToUndo: "nothing is left to undo: only the last act can be"
    case .nothingMore: "nothing more happens by itself; press a key"
    case .atTheEnd: "nothing more follows here"
    case .forked(let acts):
      (acts == 0
        ? "forked here, and the same comes until a key changes it; "
        : "forked here, \(acts) later \(acts == 1 ? "act is" : "acts are") cut off; ")
        + "u goes back to the old future"
    case .noFuture: "nothing has been played beyond this moment: there is no future to cut off"
    case .noBeats: "only a lesson is divided into beats"
    case .noEnd: "a sandbox has no end: it goes on as long as you play"
    case .noBeat: "this part of the lesson does not come any more within an hour"
    case .alwaysLive: "a real group cannot be paused, and its time runs as it runs"
    case .nothingToPredict: "nothing is under way: p again once something has happened"
    case .asking: "a question is asked: Enter shows the answer, p takes it back"
    case .noProducer: "there is no producer without a consumer here"
    case .producerDead: "the producer does not run; :tx restart starts it"
    case .noDeal: "no plan has been made here that could be looked into"
    case .dealUnknown: "not all that the assignor was given is seen here: no look inside"
    case .notInComparison: "several worlds are compared: 1-4 open one, then it can be done"
    case .isRecording: "this is a recording already"
    case .speedEnds: "no slower than 0.25×, no faster than 64×"
    case .nothingToOpen: "nothing is selected that could be opened"
    case .nothingToFilter: "log, messages, records, describe and grid can be filtered, not this"
    case .nothingToZoom: "select a member or a partition first: z then shows it alone"
    case .zoomsPicture: "z zooms the picture; 1 shows it"
    case .unknownKey: "no such key; ? lists them"
    case .saved(let name): "recorded in \(name)"
    case .notSaved(let why): "no recording: \(why)"
    case .note(let note): note.english
    case .noHome: "there is no screen above this one; q quits"
    }
  }

  private func refusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .lookOnly: "this can only be looked at"
    case .noGroup: "no client has joined yet"
    case .noSpawn: "this broker starts no clients: use --spawn, or start one yourself"
    case .notABroker: "not possible here: regroup serve can hold its answers"
    case .clientsOwn: "real clients bring their own settings and network: change it there"
    case .notOurs: "this member is not ours: its process runs elsewhere"
    case .noTransaction: "no transaction is open"
    case .producerBusy: "the producer is between two transactions; once more in a moment"
    case .producerNotRunning: "the producer does not run; :tx restart starts it"
    case .notRunning: "its process does not run; r restarts it"
    case .alreadyRunning: "its process runs already"
    case .alreadyClosing: "it is closing already"
    case .tooManyMembers: "no more members can be added"
    case .tooManyPartitions: "no more partitions can be added"
    case .notInThisSource: "not possible here: only the simulation can do that"
    }
  }
}
