import Feed
import KafkaModel
import Narration

extension Board {
  /// A key that acts on the whole group.
  static func regroup(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) -> [BoardEffect] {
    if action == .hold { return hold(picture.hold == nil ? model.holdPoint : nil, &model) }
    guard mayRegroup(&model) else { return [] }
    switch action {
    case .assignor: return [.command(.changeAssignor([nextAssignor(picture)]))]
    case .membership:
      let isStatic = picture.members.contains(where: \.isStatic)
      return [.command(.changeMembership(isStatic: !isStatic))]
    default: return topic(model, picture).map { [.command(.addPartitions($0))] } ?? []
    }
  }

  /// Holds answers of that kind; nil lets all go.
  static func hold(_ point: HoldPoint?, _ model: inout BoardModel) -> [BoardEffect] {
    guard model.capabilities.commandsCoordinator else {
      model.notice = .refused(.notABroker)
      return []
    }
    if let point { model.holdPoint = point }
    return [.command(.hold(point))]
  }

  static func mayRegroup(_ model: inout BoardModel) -> Bool {
    if model.capabilities.canAct, model.capabilities.canRegroup { return true }
    model.notice = .refused(model.capabilities.canAct ? .notInThisSource : .lookOnly)
    return false
  }

  /// The built-in assignors in a ring; one that is not built in leads to the first.
  private static func nextAssignor(_ picture: GroupPicture) -> String {
    let names = Assignors.all.map(\.name)
    let place = picture.facts?.assignors.first.flatMap { names.firstIndex(of: $0) } ?? -1
    return names[(place + 1) % names.count]
  }

  /// The topic of the selected partition, or the first one.
  private static func topic(_ model: BoardModel, _ picture: GroupPicture) -> TopicName? {
    if let place = model.selectedPartition, picture.partitions.indices.contains(place) {
      return picture.partitions[place].partition.topic
    }
    return picture.partitions.first?.partition.topic
  }
}
