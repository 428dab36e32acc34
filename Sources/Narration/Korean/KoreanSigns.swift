/// The signs of the picture in Korean.
struct KoreanSigns: SignPhrasebook {
  var title: String { "기호" }
  var closes: String { "아무 키나 누르면 닫힌다" }

  func section(_ section: Sign.Section) -> String {
    switch section {
    case .partition: "파티션의 지금"
    case .ribbon: "파티션의 지난 시간"
    case .member: "멤버"
    case .comparison: "비교한 세계"
    }
  }

  func meaning(_ sign: Sign) -> String {
    switch sign {
    case .read: "B가 소유하고 읽는 중"
    case .assigned: "B에 할당됨, 아직 안 읽음"
    case .revoking: "B가 내놓는 중, 아직 읽음"
    case .ghost: "B의 소식이 없음, 아직 소유자"
    case .nobody: "아무에게도 없음"
    case .outsider: "B가 읽지만 소유자가 아님"
    case .notRead: "이 시간 동안 아무도 읽지 않음"
    case .lag: "랙, 화면에서 가장 큰 것에 견줌"
    case .held: "열린 트랜잭션이 붙든 랙"
    case .stableOffset: "read_committed는 20에서 멈춤"
    case .now: "지금: 오른쪽은 앞으로의 일"
    case .ribbon: "B가 읽은 시간"
    case .ghostRibbon: "안 읽힘: 소유자의 소식이 없음"
    case .hole: "안 읽힘: 가져가는 소유자가 없음"
    case .leader: "리더: 할당을 정함"
    case .lane: "읽거나 일하는 중"
    case .waiting: "합류·대기 중, 또는 가진 것 없음"
    case .joinSent: "JoinGroup을 보냄"
    case .syncSent: "SyncGroup을 보냄"
    case .leaveSent: "LeaveGroup을 보냄"
    case .pollMissed: "poll()이 제때 오지 않음"
    case .died: "프로세스가 죽음"
    case .removed: "그룹에서 제거됨"
    case .due: "그 시간 뒤에 일어남"
    case .moved: "다른 멤버로 옮겨감"
    case .needless: "소유자가 멀쩡한데 옮겨감"
    }
  }
}
