import Cluster
import Feed
import Simulation

/// A figure with real members: its script is played on a real cluster, at the same distances from
/// the moment at which everything is read, and its beats begin with what the cluster shows.
struct StagedFigure: StagedSource {
  private var stage: DriveStage
  private var course: Course
  private let cast: ClusterCast

  init(_ drive: DriveSource, _ cast: ClusterCast) {
    stage = DriveStage(drive)
    course = Course(cast.scenario, awaiting: cast.firstGeneration)
    self.cast = cast
  }

  var capabilities: Capabilities { stage.capabilities }
  var nowMs: Int64 { stage.nowMs }
  var picture: GroupPicture { stage.picture }
  var timeline: Timeline { stage.timeline }
  var traffic: [TimedEvent] { stage.traffic }
  var liveHistory: LiveHistory? { stage.liveHistory }
  var anonymizer: Anonymizer? { stage.anonymizer }
  var arrivalDescriptor: Int32? { stage.arrivalDescriptor }
  var isFinished: Bool { !stage.drive.hasWaiting && course.endMs.map { $0 <= nowMs } ?? false }

  var nextEventMs: Int64? {
    if stage.drive.hasWaiting { return picture.timeMs }
    let endMs = isFinished ? nil : course.endMs
    return [course.nextDueMs, endMs].compactMap { $0 }.min()
  }

  mutating func drain(toMs: Int64) -> [TimedEvent] {
    var course = course
    let happened = stage.drain { timed in
      var events = [timed]
      course.follow(&events, from: 0, nowMs: timed.timeMs)
      return Array(events.dropFirst())
    }
    self.course = course
    if !stage.drive.hasWaiting { playScript(toMs: max(toMs, nowMs)) }
    return happened
  }

  private mutating func playScript(toMs: Int64) {
    while let dueMs = course.nextDueMs, dueMs <= toMs,
      let command = course.takeCommand(nowMs: max(dueMs, picture.timeMs))
    {
      // What a key has made impossible is left out, as in the simulation.
      _ = perform(command)
    }
  }

  mutating func perform(_ command: Command) -> CommandAnswer {
    guard command == .add else { return stage.perform(command) }
    let names = picture.members.map(\.identity.name)
    let real = anonymizer.map { anonymizer in names.map { anonymizer.original(ofMember: $0) } }
    return stage.drive.add(cast.newcomer(after: real ?? names))
  }

  mutating func travel(_ travel: Travel) -> Bool { stage.travel(travel) }
  func recentLog(_ count: Int) -> [TimedEvent] { stage.recentLog(count) }
  mutating func shutDown(saying say: @escaping @Sendable (String) -> Void) -> [String] {
    stage.shutDown(saying: say)
  }
}

extension StagedFigure {
  /// Longer than any group takes that comes together.
  private static let startLimitMs: Int64 = 120_000

  var failure: SourceFailure? {
    // A broker that answers may still have to make its offsets topic.
    if let failure = stage.failure, picture.health != .connecting || picture.freshMs == nil {
      return failure
    }
    if let failed = picture.members.first(where: { $0.failure != nil }), let why = failed.failure {
      return SourceFailure(text: "\(failed.identity.name) has failed: \(why)", isFinal: false)
    }
    if course.startMs != nil || nowMs < Self.startLimitMs { return nil }
    return SourceFailure(
      text: "the group is not Stable with every partition read after two minutes", isFinal: false)
  }
}
