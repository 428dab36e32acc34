import KafkaModel
import OrderedCollections

/// The broker side of consumer groups (`GroupCoordinatorService`, `GroupMetadataManager`,
/// `OffsetMetadataManager`): requests, fired timers and confirmed writes in, outcomes out.
public struct GroupCoordinator: Sendable {
  public let config: CoordinatorConfig
  /// What is in `__consumer_offsets`.
  public internal(set) var hardState = HardState()
  var groups: OrderedDictionary<GroupId, ClassicGroup> = [:]
  var memberIds: MemberIdSource
  var writes: OrderedDictionary<AppendId, Write> = [:]
  var nextAppendId: Int64 = 1
  var service = Service.active

  /// - Parameter generator: makes the UUIDs of member ids.
  public init(config: CoordinatorConfig, generator: SeededGenerator) {
    self.config = config
    memberIds = MemberIdSource(generator: generator)
  }

  /// A group as it is now, nil if there is none.
  public func group(_ id: GroupId) -> ClassicGroup? { groups[id] }

  public var groupCount: Int { groups.count }

  /// In the order of their making.
  public var groupIds: [GroupId] { Array(groups.keys) }
}
