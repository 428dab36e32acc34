import Feed
import KafkaModel

/// The words of the picture in one language.
public protocol FigurePhrasebook: Sendable {
  var why: String { get }
  var cost: String { get }
  var next: String { get }
  var now: String { get }
  var lag: String { get }
  var notRead: String { get }
  var notReadSeconds: String { get }
  var partition: String { get }
  /// In four columns.
  var partitionShort: String { get }
  var kept: String { get }
  var moved: String { get }
  var needless: String { get }
  /// The same where seconds have to fit beside it.
  var needlessShort: String { get }
  var paused: String { get }
  var noGroup: String { get }
  var slowNetwork: String { get }
  var staticMembers: String { get }
  var compare: String { get }
  /// In nine columns: whose a partition is that nobody has.
  var nobody: String { get }
  var notReadHeading: String { get }
  var rounds: String { get }
  /// In ten columns, like the rows of numbers it stands with.
  var ofHealthy: String { get }
  /// Two lines.
  var compareLegend: [String] { get }
  func group(members: Int, topics: Int, partitions: Int) -> String
  /// What decides all chance of a simulation.
  func seed(_ seed: UInt64) -> String
  func more(_ rows: Int) -> String
  func source(_ kind: Capabilities.Kind) -> String
  func member(_ word: MemberWord) -> String
  func generation(_ generation: Generation) -> String
  func strategy(_ assignor: String) -> String
  /// The same where there is little room.
  func shortStrategy(_ assignor: String) -> String
  /// A cooperative one while members are eager.
  func eagerAsYet(_ assignor: String) -> String
  func coordinator(_ broker: BrokerId) -> String
  func step(_ step: Int, of steps: Int?) -> String
  /// `4.0 s`
  func seconds(ms: Int64) -> String
  func joined(_ count: JoinCount) -> String
  func waitsForMore(ms: Int64) -> String
  /// Answers of the coordinator's that are held, and how many.
  func holds(_ point: HoldPoint, waiting: Int) -> String
  func waitsForPlan(of leader: MemberSlot?) -> String
  /// Roughly how long: `12 s`, `5 min`, `3 h`.
  func lasting(ms: Int64) -> String
  /// Not read from this very moment on; in the column of seconds.
  var fromNow: String { get }
  /// Over a column of times that are left.
  var dueHeading: String { get }
  /// Over the column of `heartbeat(agoMs:)`.
  var heartbeatHeading: String { get }
  /// How long ago the last heartbeat was, in whole seconds.
  func heartbeat(agoMs: Int64) -> String
  func notRead(_ count: Int, of all: Int) -> String
  func moreMembers(_ count: Int, reading: Int) -> String
  func morePartitions(_ count: Int, notRead: Int) -> String
  /// Why F5 shows nothing else in a small terminal.
  var projectionNeedsRoom: String { get }
  func stale(ageMs: Int64) -> String
  func notice(_ notice: Notice) -> String
}
