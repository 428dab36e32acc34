import Feed
import KafkaModel

/// Messages and records in English.
struct EnglishTraffic: TrafficPhrasebook {
  var noMemberId: String { "member id empty" }
  func id(_ id: String) -> String { "id \(id)" }
  func generation(_ generation: Int64) -> String { "generation \(generation)" }
  func coordinatorIs(_ broker: BrokerId) -> String { "coordinator = broker \(broker)" }
  func leads(members: Int) -> String { "leader, list of \(members) members" }
  func leader(_ leader: String) -> String { "leader \(leader)" }
  func owns(_ who: String, _ partitions: String) -> String { "\(who) owns \(partitions)" }
  func youOwn(_ partitions: String) -> String { "you own \(partitions)" }
  var nothing: String { "nothing" }
  func offsets(_ list: String) -> String { "offsets \(list)" }
  func noOffsets(reset: String?) -> String {
    "offsets: none" + (reset.map { ", so \($0)" } ?? "")
  }
  func brokers(_ count: Int) -> String { "\(count) \(count == 1 ? "broker" : "brokers")" }
  func partitions(of topic: String, _ count: Int64) -> String {
    "\(topic) has \(count) \(count == 1 ? "partition" : "partitions")"
  }
  func timestamp(_ timestamp: Int64) -> String {
    timestamp == -2 ? "earliest" : timestamp == -1 ? "latest" : "at \(timestamp)"
  }
  func from(_ partition: String, _ offset: Offset) -> String { "\(partition) from \(offset)" }
  var tombstone: String { "tombstone: deleted" }
  func group(_ group: GroupId) -> String { "group \(group)" }
  func nextOffset(_ offset: Offset) -> String { "next offset \(offset)" }
  func producer(_ id: Int64, epoch: Int64) -> String { "producer \(id) epoch \(epoch)" }
  func pendingOffset(_ offset: Offset, of producer: Producer) -> String {
    "offset \(offset) once \(producer) commits"
  }
  func controlRecord(of producer: Producer) -> String { "control record of producer \(producer)" }
  var noMembers: String { "no members" }
}
