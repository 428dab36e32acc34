import Feed
import KafkaModel

/// One seed played to its end under faults, every step looked at.
public struct SwarmRun: Sendable {
  public let seed: UInt64
  public private(set) var fingerprint = Fingerprint()
  public private(set) var events: Int64 = 0
  public private(set) var generation = Generation.none
  public private(set) var overlaps = 0
  public private(set) var violations: [Violation] = []

  /// Plays `lengthMs` of virtual time; faults stop when there is just enough left to settle in.
  /// What was in the logs then is read to its end, however long that takes.
  ///
  /// - Parameter isFingerprinted: whether all that happens goes into `fingerprint`, which takes
  ///   more time than playing it.
  public init(seed: UInt64, lengthMs: Int64, isFingerprinted: Bool = true) {
    self.init(seed: seed, lengthMs: lengthMs, plant: nil, isFingerprinted: isFingerprinted)
  }

  init(seed: UInt64, lengthMs: Int64, plant: Plant?, isFingerprinted: Bool = true) {
    self.seed = seed
    var course = SwarmCourse(seed: seed, lengthMs: lengthMs, plant: plant)
    let boundMs = course.drawn.boundMs
    var checker = InvariantChecker(course.world)
    repeat {
      if isFingerprinted { add(course.scratch) }
      checker.check(course.scratch, course.world)
      if course.hasJustCalmed { checker.beginCalm(course.world, endsMs: course.endsMs) }
    } while course.next { !checker.isAllPolled($0, boundMs: boundMs) }
    checker.finish(course.world, calmMs: course.calmMs, boundMs: boundMs)
    events = course.world.eventCount
    generation =
      course.world.coordinator.group(course.drawn.scenario.groupId)?.generation ?? .none
    overlaps = checker.overlaps
    violations = checker.violations
  }

  private mutating func add(_ happened: [TimedEvent]) {
    for timed in happened { fingerprint.add(RecordingLine.text(of: timed)) }
  }

  /// The same course as the lines of a recording tell it.
  public static func record(
    seed: UInt64, lengthMs: Int64, _ take: (RecordingEntry) -> Void
  ) {
    record(SwarmCourse(seed: seed, lengthMs: lengthMs, plant: nil), take)
  }

  static func record(_ course: consuming SwarmCourse, _ take: (RecordingEntry) -> Void) {
    var course = course
    let boundMs = course.drawn.boundMs
    var checker = InvariantChecker(course.world)
    var later = LaterNews(&course.scratch, nowMs: 0)
    repeat {
      checker.check(course.scratch, course.world)
      if course.hasJustCalmed { checker.beginCalm(course.world, endsMs: course.endsMs) }
      later.take(upToMs: course.world.nowMs) { take(.event($0)) }
      if let command = course.command { take(.command(timeMs: course.world.nowMs, command)) }
      for event in course.scratch { take(.event(event)) }
      if course.isAtStart { take(.start(timeMs: 0)) }
    } while course.next { !checker.isAllPolled($0, boundMs: boundMs) }
    take(.end(timeMs: course.world.nowMs))
  }
}
