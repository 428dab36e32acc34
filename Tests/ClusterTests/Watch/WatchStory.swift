import Feed
import KafkaModel

@testable import Cluster

/// A group as a broker would tell it, reading by reading, and what is concluded of it.
struct WatchStory {
  static let topic: TopicName = "t"
  var inference = WatchInference(intervalMs: 1_000)
  private(set) var picture = GroupPicture()
  private(set) var timeline = Timeline()
  var committed: [Int64]
  var ends: [Int64]

  /// A member of an answer.
  struct Person {
    var id: String
    var client: String
    var instance: String?
    var owns: [Int32]?

    init(_ id: String, _ client: String, _ owns: [Int32]?, instance: String? = nil) {
      self.id = id
      self.client = client
      self.owns = owns
      self.instance = instance
    }
  }

  init(partitions: Int) {
    committed = Array(repeating: 0, count: partitions)
    ends = Array(repeating: 0, count: partitions)
  }

  /// An answer; returns what it tells beside numbers.
  mutating func see(
    _ atMs: Int64, _ state: GroupState, _ people: [Person], assignor: String = "range",
    type: String = "consumer"
  ) throws -> [FeedEvent] {
    let group = DescribeGroupsResponse.Group(
      groupId: "g", groupState: state.rawValue, protocolType: type,
      protocolData: state == .stable ? assignor : "",
      members: try people.map { try Self.member($0) })
    let partitions = zip(committed, ends).map { committed, end in
      WatchedPartition(
        leader: BrokerId(1), committed: committed < 0 ? nil : Offset(committed),
        logEnd: Offset(end))
    }
    let reading = GroupReading(
      askedMs: atMs, nowMs: atMs, group: group, coordinator: BrokerId(1),
      topics: [WatchedTopic(name: Self.topic, partitions: partitions)])
    let events = inference.take(reading)
    for event in events { picture.apply(event, into: &timeline) }
    picture.advance(toMs: atMs)
    return events.map(\.event).filter(Self.isNews)
  }

  private static func member(_ person: Person) throws -> DescribeGroupsResponse.Member {
    let list = person.owns.map { $0.map { TopicPartition(topic, $0) } }
    return .init(
      memberId: MemberId(person.id), groupInstanceId: person.instance.map { InstanceId($0) },
      clientId: ClientId(person.client), clientHost: "/10.0.0.1",
      memberAssignment: try list.map { try ConsumerAssignment(partitions: $0).bytes() } ?? [])
  }

  private static func isNews(_ event: FeedEvent) -> Bool {
    switch event {
    case .committed, .logEnd, .group, .topic, .doing, .assigned, .plan, .memberSeen: false
    default: true
    }
  }

  /// Time goes on: so many records come into each partition, and these members commit all.
  mutating func work(_ records: Int64, read: [Int]) {
    for place in ends.indices {
      ends[place] += records
      if read.contains(place) { committed[place] = ends[place] - 1 }
    }
  }

  /// Who has which partition by the picture.
  var owners: [Int?] { picture.partitions.map { $0.planned.slot?.index } }

  func word(_ slot: Int) -> MemberWord { picture[MemberSlot(slot)].word }
}
