/// Anything that can be looked at: the simulation, real members, later a recording.
///
/// The reader pulls; a source never calls back.
public protocol Source {
  var capabilities: Capabilities { get }
  /// Virtual time of a simulation, time since the start of a live source.
  var nowMs: Int64 { get }
  /// What is true at `nowMs`.
  var picture: GroupPicture { get }
  /// How it came; may reach beyond `nowMs` after a step back, so read it up to `nowMs`.
  var timeline: Timeline { get }
  /// Goes on to `toMs` (a live source: to now) and returns what happened since the last call.
  mutating func drain(toMs: Int64) -> [TimedEvent]
  /// When something happens next, as far as a source can know; nil = not known, or never.
  var nextEventMs: Int64? { get }
  mutating func perform(_ command: Command) -> CommandAnswer
  /// Moves in time; false where it cannot.
  mutating func travel(_ travel: Travel) -> Bool
}

/// A move in time. Steps are the events that `FeedEvent.isStep` names.
public enum Travel: Hashable, Sendable {
  case nextStep
  case previousStep
  case start
  case step(Int)
  case time(Int64)
}

/// What a source can do; the screen says why where it cannot.
public struct Capabilities: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case simulation
    /// Members of ours in a real cluster.
    case drive
    /// Real clients on a coordinator of ours.
    case serve
    /// A group of a real cluster, looked at from outside.
    case watch
    case recording

    /// It goes on by the wall clock, whatever is pressed.
    public var isLive: Bool {
      switch self {
      case .drive, .serve, .watch: true
      case .simulation, .recording: false
      }
    }

    /// What the coordinator decides is known at first hand, not concluded.
    public var seesCoordinator: Bool { self != .drive && self != .watch }
  }

  public var kind: Kind
  public var canTravel: Bool
  public var canAct: Bool
  /// It can do what concerns the whole group: assignor, membership, partitions.
  public var canRegroup: Bool
  /// It can start members.
  public var canAdd: Bool
  /// It can set its clients otherwise: what they subscribe to, how fast they are, their network.
  public var setsClients: Bool
  /// The coordinator does as one says: it expels members and holds answers back.
  public var commandsCoordinator: Bool
  public var seesCoordinator: Bool

  public init(
    kind: Kind, canTravel: Bool, canAct: Bool, canRegroup: Bool = false, canAdd: Bool = true,
    setsClients: Bool = true, commandsCoordinator: Bool = false, seesCoordinator: Bool
  ) {
    self.canAdd = canAdd
    self.setsClients = setsClients
    self.commandsCoordinator = commandsCoordinator
    self.kind = kind
    self.canTravel = canTravel
    self.canAct = canAct
    self.canRegroup = canRegroup
    self.seesCoordinator = seesCoordinator
  }
}
