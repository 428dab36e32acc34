import ArgumentParser
import Cluster
import Export
import Feed
import Glibc
import KafkaModel
import Narration

/// One look at a group, printed; or, where nobody says which, the list of groups.
struct WatchOnce {
  private let cluster: LookedAtCluster
  private let look: LookOptions
  private let format: OnceFormat

  init(_ cluster: LookedAtCluster, _ look: LookOptions, _ format: OnceFormat) {
    self.cluster = cluster
    self.look = look
    self.format = format
  }

  func run(_ group: String?) throws {
    if let group { return try show(GroupId(group)) }
    let groups = try cluster.groups()
    if groups.count == 1 { return try show(groups[0].group) }
    var names = ShownGroups(look.anonymizer)
    var output = Output()
    for line in GroupLines.lines(names.names(groups), format) { try output.line(line) }
    try output.flush()
    if groups.isEmpty { throw Failure.failed("\(names.place(cluster)): there are no groups") }
  }

  private func show(_ group: GroupId) throws {
    let options = cluster.options(group, intervalMs: WatchOptions.standardIntervalMs)
    var play = try WatchPlay.play(options, place: cluster.place, anonymizer: look.anonymizer)
    defer { _ = play.source.shutDown(saying: { _ in }) }
    guard try FirstSight.wait(&play) else {
      var names = ShownGroups(look.anonymizer)
      throw Failure.failed(WatchFailure.missing.text(names.name(group)))
    }
    var output = Output()
    switch format {
    case .json: try output.line(play.snapshot)
    case .text:
      let glyphs = look.glyphs()
      for line in WatchText(play, look.language).lines { try output.line(glyphs.translate(line)) }
    }
    try output.flush()
    let unseen = play.source.picture.facts?.text(GroupFacts.unseenTopicsKey)
    // What was seen is printed; that it is not all is no success.
    if let unseen, unseen.contains("AUTHORIZATION") {
      throw Failure.failed("no permission to see all topics: \(unseen)")
    }
  }
}

/// Waits for the first answers.
enum FirstSight {
  /// A coordinator that is just being elected is worth some seconds.
  private static let patienceMs: Int64 = 10_000

  /// False where the brokers have no such group.
  static func wait(_ play: inout Play) throws -> Bool {
    guard let inbox = SignalPipe() else { throw Failure.failed("no file descriptors left") }
    let clock = WallClock()
    let endMs = clock.nowMs + patienceMs
    while true {
      _ = play.source.drain(toMs: play.source.nowMs)
      if play.source.picture.freshMs != nil {
        return play.source.picture.state != nil
      }
      let failure = play.source.failure
      if case .trouble(let trouble, _) = play.source.picture.health, trouble != .brokerGone {
        throw Failure.failed(failure?.text ?? "\(trouble)")
      }
      if clock.nowMs >= endMs {
        throw Failure.failed(failure?.text ?? "no broker has answered")
      }
      let waitMs = min(1_000, endMs - clock.nowMs)
      if let ending = inbox.wait(atMostMs: waitMs, watching: play.source.arrivalDescriptor) {
        throw ExitCode(ending.rawValue)
      }
    }
  }
}
