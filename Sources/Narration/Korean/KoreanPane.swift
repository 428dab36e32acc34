import Feed

/// Log and settings in Korean.
struct KoreanPane: PanePhrasebook {
  var log: String { "로그" }
  var noLog: String { "아직 일어난 일이 없다" }
  var settings: String { "설정" }
  var countdowns: String { "예정" }
  var nothingDue: String { "예정된 일이 없다" }
  func moreDue(_ count: Int) -> String { "덜 급한 일 \(count)개 더" }
  func moreSettings(_ count: Int) -> String { "\(count)개 더" }

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
