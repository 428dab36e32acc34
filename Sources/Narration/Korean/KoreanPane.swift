import Feed
import KafkaModel

/// The panes in Korean.
struct KoreanPane: PanePhrasebook {
  var log: String { "로그" }
  var noLog: String { "아직 일어난 일이 없다" }
  var settings: String { "설정" }
  var countdowns: String { "예정" }
  var nothingDue: String { "예정된 일이 없다" }
  func moreDue(_ count: Int) -> String { "덜 급한 일 \(count)개 더" }
  func moreSettings(_ count: Int) -> String { "\(count)개 더" }

  var messages: String { "메시지" }
  var noMessages: String { "아직 보낸 메시지가 없다" }
  var allMembers: String { "모든 멤버" }
  var anyBroker: String { "아무 브로커" }
  var transactionBroker: String { "트랜잭션" }
  var logBroker: String { "로그 브로커" }
  func waits(_ setting: String, ms: Int64) -> String {
    "\(setting) 대기  \(TimeText.tenths(ms: ms))초"
  }
  var waitsForMembers: String { "모든 멤버가 합류할 때까지 대기" }
  var waitsForPlan: String { "리더의 계획을 대기" }
  func waited(ms: Int64) -> String { "\(TimeText.tenths(ms: ms))초 기다림" }
  func filtered(_ kept: Int, of all: Int, by text: String) -> String {
    "/\(text)  \(all)개 중 \(kept)개"
  }
  func more(_ count: Int) -> String { "\(count)개 더" }
  func records(of topicPartition: String) -> String { "\(topicPartition)의 레코드" }
  var noRecords: String { "아직 쓴 것이 없다" }
  var recordsNotSeen: String { "보이지 않음: 실제 클러스터의 이 토픽은 읽지 않는다" }
  var consoles: String { "터미널" }
  var notStarted: String { "아직 시작하지 않음" }
  var partition: String { "파티션" }
  var committed: String { "커밋" }
  var readTo: String { "읽은 곳" }
  var logEnd: String { "로그 끝" }
  var notCommitted: String { "커밋 전" }
  func readsAgain(until offset: Offset) -> String { "\(offset)까지 다시" }
  func columns(_ from: Int, _ to: Int, of all: Int) -> String { "열 \(from)-\(to) / \(all)" }
  var grid: String { "그리드" }
  func gridSize(members: Int, partitions: Int) -> String {
    "멤버 \(members) × 파티션 \(partitions)"
  }
  func partitions(_ from: Int, _ to: Int, of all: Int) -> String {
    "‹ \(from)-\(to) / \(all) ›"
  }
  var owner: String { "소유자" }
  func moreMembers(_ count: Int, owning partitions: Int) -> String {
    "멤버 \(count)개 더, 이 중 \(partitions)개 소유"
  }
  func selected(_ partition: String, owner: String?, lag: String, notRead: String?) -> String {
    [partition, owner ?? "소유자 없음", "랙 \(lag)", notRead.map { "\($0)째 안 읽힘" }]
      .compactMap { $0 }.joined(separator: " · ")
  }

  func setting(_ key: String) -> String {
    switch key {
    case GroupFacts.latencyKey: "메시지 지연 ms"
    case GroupFacts.produceRateKey: "파티션마다 초당 레코드"
    case GroupFacts.processRateKey: "컨슈머마다 초당 처리"
    default: key
    }
  }

  func place(_ place: Setting.Place) -> String {
    switch place {
    case .consumer: "컨슈머"
    case .broker: "브로커"
    case .producer: "프로듀서"
    case .simulation: "시뮬레이션"
    }
  }

  func meaning(_ deadline: Deadline) -> String {
    switch deadline {
    case .session(let slot): "\(slot.letter)의 세션이 끝남"
    case .formerSession(let slot): "\(slot.letter)의 옛 ID 세션이 끝남"
    case .heartbeat(let slot): "\(slot.letter)의 다음 하트비트"
    case .poll(let slot): "\(slot.letter)의 poll() 기한"
    case .autoCommit(let slot): "\(slot.letter)의 다음 커밋"
    case .backoff(let slot): "\(slot.letter)의 다음 시도"
    case .initialDelay: "첫 합류 단계의 끝"
    case .join: "합류하지 않은 멤버 없이 합류 단계가 끝남"
    case .sync: "동기화하지 않은 멤버가 제거됨"
    }
  }
}
