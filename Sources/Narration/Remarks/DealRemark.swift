import Feed
import KafkaModel

/// A decision of an assignor, with partitions called as the picture calls them.
public enum DealRemark: Hashable, Sendable {
  case topic(TopicName, partitions: Int32, members: [MemberSlot])
  case gave(PartitionName, MemberSlot, because: Deal.Reason)
  /// `from` has it now, where that is known.
  case withheld(PartitionName, MemberSlot, from: MemberSlot?)

  public init(_ move: Deal.Move, in picture: GroupPicture) {
    switch move {
    case .topic(let topic, let partitions, let members):
      self = .topic(topic, partitions: partitions, members: members)
    case .gave(let partition, let slot, let reason):
      self = .gave(picture.name(of: partition), slot, because: reason)
    case .withheld(let partition, let slot):
      let place = picture.place(of: partition)
      let owner = place.flatMap { picture.partitions[$0].owner }
      self = .withheld(picture.name(of: partition), slot, from: owner == slot ? nil : owner)
    }
  }
}
