import Feed
import KafkaModel

/// Messages and records in Korean.
struct KoreanTraffic: TrafficPhrasebook {
  var noMemberId: String { "멤버 ID 없음" }
  func id(_ id: String) -> String { "ID \(id)" }
  func generation(_ generation: Int64) -> String { "세대 \(generation)" }
  func coordinatorIs(_ broker: BrokerId) -> String { "코디네이터 = 브로커 \(broker)" }
  func leads(members: Int) -> String { "리더, 멤버 \(members)개의 목록" }
  func leader(_ leader: String) -> String { "리더 \(leader)" }
  func owns(_ who: String, _ partitions: String) -> String { "\(who): \(partitions)" }
  func youOwn(_ partitions: String) -> String { "할당 \(partitions)" }
  var nothing: String { "없음" }
  func offsets(_ list: String) -> String { "오프셋 \(list)" }
  func noOffsets(reset: String?) -> String {
    "오프셋 없음" + (reset.map { ", \($0)부터" } ?? "")
  }
  func brokers(_ count: Int) -> String { "브로커 \(count)개" }
  func partitions(of topic: String, _ count: Int64) -> String {
    "\(topic) 파티션 \(count)개"
  }
  func timestamp(_ timestamp: Int64) -> String {
    timestamp == -2 ? "earliest" : timestamp == -1 ? "latest" : "시각 \(timestamp)"
  }
  func from(_ partition: String, _ offset: Offset) -> String { "\(partition): \(offset)부터" }
  var tombstone: String { "톰스톤: 삭제됨" }
  func group(_ group: GroupId) -> String { "그룹 \(group)" }
  func nextOffset(_ offset: Offset) -> String { "다음 오프셋 \(offset)" }
  func producer(_ id: Int64, epoch: Int64) -> String { "프로듀서 \(id) 에포크 \(epoch)" }
  func pendingOffset(_ offset: Offset, of producer: Producer) -> String {
    "\(producer.description.with(.subject)) 커밋하면 오프셋 \(offset)"
  }
  func controlRecord(of producer: Producer) -> String { "프로듀서 \(producer)의 컨트롤 레코드" }
  var noMembers: String { "멤버 없음" }
}
