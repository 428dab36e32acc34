import Feed
import KafkaModel

/// The picture in Korean; states, requests and settings keep Kafka's names.
struct KoreanFigure: FigurePhrasebook {
  private let terms = KoreanTerms()

  var why: String { "이유" }
  var cost: String { "비용" }
  var next: String { "다음" }
  var now: String { "지금" }
  var lag: String { "랙" }
  var notRead: String { "안 읽힘" }
  var notReadSeconds: String { "안 읽힘 초" }
  var partition: String { "파티션" }
  var partitionShort: String { "번호" }
  var kept: String { "유지" }
  var moved: String { "이동" }
  var needless: String { "불필요" }
  var needlessShort: String { "불필요" }
  var paused: String { "멈춤" }
  var noGroup: String { "아직 그룹 없음" }
  var slowNetwork: String { "느린 네트워크" }
  var staticMembers: String { "스태틱" }

  var compare: String { "비교" }
  var nobody: String { "없음" }
  var notReadHeading: String { "안 읽힘(초)" }
  var rounds: String { "횟수" }
  var ofHealthy: String { "정상 몫" }
  var compareLegend: [String] {
    [
      "+ 이동   ! 불필요한 이동: 남아 있던 두 멤버 사이",
      "안 읽힘: 파티션·초, 정상 몫: 멀쩡한 멤버가 잃은 시간",
    ]
  }
  func group(members: Int, topics: Int, partitions: Int) -> String {
    "컨슈머 \(members)개, 토픽 \(topics)개의 파티션 \(partitions)개 · 같은 시드"
  }
  func seed(_ seed: UInt64) -> String { "시드 \(seed)" }
  func more(_ rows: Int) -> String { "\(rows)개 더" }

  func source(_ kind: Capabilities.Kind) -> String {
    switch kind {
    case .simulation: "시뮬레이션"
    case .drive: "실제 클러스터"
    case .serve: "실제 클라이언트"
    case .watch: "지켜보기, 읽기 전용"
    case .recording: "녹화"
    }
  }

  func member(_ word: MemberWord) -> String {
    switch word {
    case .new: "새 멤버"
    case .unknown: "모름"
    case .connecting: "연결 중"
    case .joining: "합류 중"
    case .joined: "합류함"
    case .assigns: "할당 중"
    case .waits: "대기"
    case .fetchingOffsets: "조회 중"
    case .reading: "읽는 중"
    case .revoking: "반납 중"
    case .idle: "유휴"
    case .slow: "느림"
    case .silent: "커밋 없음"
    case .unsubscribed: "구독 없음"
    case .dead: "죽음"
    case .stopped: "종료됨"
    case .cutOff: "단절"
    case .refused: "거절됨"
    case .hangs: "정지"
    case .unheard: "무응답"
    case .notPolling: "폴 없음"
    case .leaving: "종료 중"
    case .unstarted: "시작 전"
    case .left: "떠남"
    case .removed: "제거됨"
    case .failed: "실패"
    case .member: "멤버"
    case .outside: "그룹 밖"
    }
  }

  func generation(_ generation: Generation) -> String { "세대 \(generation.value)" }

  func strategy(_ assignor: String) -> String {
    switch assignor {
    case "range": "레인지, EAGER"
    case "roundrobin": "라운드 로빈, EAGER"
    case "sticky": "스티키, EAGER"
    case "cooperative-sticky": "협력적 스티키"
    default: assignor
    }
  }

  func shortStrategy(_ assignor: String) -> String {
    switch assignor {
    case "range": "레인지"
    case "roundrobin": "라운드 로빈"
    case "sticky": "스티키"
    case "cooperative-sticky": "협력적 스티키"
    default: assignor
    }
  }

  func eagerAsYet(_ assignor: String) -> String { "\(shortStrategy(assignor)), EAGER" }

  func coordinator(_ broker: BrokerId) -> String { "코디네이터 브로커 \(broker.value)" }
  func step(_ step: Int, of steps: Int?) -> String {
    steps.map { "\($0)단계 중 \(step)" } ?? "\(step)단계"
  }
  func seconds(ms: Int64) -> String { terms.seconds(ms) }

  func joined(_ count: JoinCount) -> String {
    let names = count.missing.map(\.letter) + count.former.map { "\($0.letter)의 옛 ID" }
    return "\(count.all)개 중 \(count.joined)개 합류"
      + (names.isEmpty ? "" : ", \(terms.list(names).with(.object)) 기다림")
  }
  func waitsForMore(ms: Int64) -> String { "\(terms.seconds(ms)) 더 다른 멤버의 합류를 기다림" }
  func holds(_ point: HoldPoint, waiting: Int) -> String {
    "\(point.api.description) 응답을 붙잡음: \(waiting)개"
  }
  func waitsForPlan(of leader: MemberSlot?) -> String {
    "리더\(leader.map { " \($0.letter)" } ?? "")의 할당을 기다림"
  }
  func lasting(ms: Int64) -> String {
    TimeText.rough(ms: ms, hours: "시간", minutes: "분", seconds: "초")
  }
  var fromNow: String { "지금부터" }
  var dueHeading: String { "남은 시간" }
  var heartbeatHeading: String { "하트비트" }
  func heartbeat(agoMs: Int64) -> String { "\(agoMs / 1000)초 전" }
  func notRead(_ count: Int, of all: Int) -> String { "\(all)개 중 \(count)개 안 읽힘" }
  func moreMembers(_ count: Int, reading: Int) -> String {
    "멤버 \(count)개 더: "
      + (reading == count
        ? "모두 읽는 중" : reading == 0 ? "모두 읽지 않음" : "\(reading)개만 읽는 중")
  }
  func morePartitions(_ count: Int, notRead: Int) -> String {
    "파티션 \(count)개 더: " + (notRead == 0 ? "모두 읽힘" : "\(notRead)개 안 읽힘")
  }
  var projectionNeedsRoom: String { "F5로 크게 보려면 80x24가 필요하다" }
  func stale(ageMs: Int64) -> String { "\(terms.seconds(ageMs)) 전" }

  func notice(_ notice: Notice) -> String {
    switch notice {
    case .refused(let refusal, let slot):
      (slot.map { "\($0.letter): " } ?? "") + self.refusal(refusal)
    case .nobodyToActOn: "이 키를 쓸 수 있는 멤버가 없다"
    case .cannotTravel: "실제 그룹은 단계별로 보거나 되감을 수 없다. 시뮬레이션만 된다"
    case .atTheStart: "여기가 처음이다"
    case .nothingToUndo: "되돌릴 것이 없다. 마지막 동작만 되돌린다"
    case .nothingMore: "이대로는 더 일어날 일이 없다. 키를 눌러 보라"
    case .atTheEnd: "여기서 끝난다. 뒤에는 아무것도 없다"
    case .forked(let acts):
      (acts == 0
        ? "여기서 갈라졌다. 키를 누르기 전에는 같은 일이 일어난다. "
        : "여기서 갈라졌다. 뒤의 조작 \(acts)개를 잘라 냈다. ") + "u로 옛 미래로 돌아간다"
    case .noFuture: "이 순간 뒤로는 재생한 것이 없어 잘라 낼 미래가 없다"
    case .noBeats: "장면은 책의 그림이나 수업에만 있다"
    case .noEnd: "샌드박스에는 끝이 없다. 재생하는 만큼 이어진다"
    case .noBeat: "이 장면은 앞으로 한 시간 안에 나오지 않는다"
    case .alwaysLive: "실제 그룹은 멈출 수 없고 시간도 그대로 흐른다"
    case .nothingToPredict: "진행 중인 일이 없다. 무슨 일이 일어난 뒤에 p를 누른다"
    case .asking: "질문 중이다. Enter가 답을 보이고 p가 거둔다"
    case .noProducer: "컨슈머 없는 프로듀서가 여기에는 없다"
    case .producerDead: "프로듀서가 실행되고 있지 않다. :tx restart로 시작한다"
    case .noDeal: "들여다볼 할당이 여기에는 없다"
    case .dealUnknown: "할당 전략이 무엇을 받았는지 다 보이지 않아 들여다볼 수 없다"
    case .notInComparison: "여러 세계를 비교하는 중이다. 1-4로 하나를 열면 된다"
    case .isRecording: "이미 녹화한 것이다"
    case .speedEnds: "속도는 0.25×부터 64×까지다"
    case .saved(let name): "녹화를 저장했다: \(name)"
    case .notSaved(let why): "녹화를 저장하지 못했다: \(why)"
    case .note(let note): note.korean
    case .noHome: "이 위에는 화면이 없다. q를 누르면 끝난다"
    case .nothingToOpen: "열 수 있는 것이 선택되어 있지 않다"
    case .nothingToFilter: "로그, 메시지, 레코드, describe, 그리드에서만 거를 수 있다"
    case .nothingToZoom: "먼저 멤버나 파티션을 고르라. 그러면 z가 그것만 보인다"
    case .zoomsPicture: "z는 그림을 확대한다. 1을 누르면 그림이 나온다"
    case .unknownKey: "없는 키다. ?를 누르면 목록이 나온다"
    }
  }

  private func refusal(_ refusal: Refusal) -> String {
    switch refusal {
    case .lookOnly: "여기서는 보기만 할 수 있다"
    case .noGroup: "아직 합류한 클라이언트가 없다"
    case .noSpawn: "여기서는 클라이언트를 띄우지 않는다. --spawn을 쓰거나 직접 시작한다"
    case .notABroker: "여기서는 할 수 없다. 응답을 붙잡는 것은 regroup serve에서 된다"
    case .clientsOwn: "실제 클라이언트의 설정과 네트워크는 그쪽에서 바꿔야 한다"
    case .notOurs: "우리가 띄운 멤버가 아니다. 프로세스가 다른 곳에 있다"
    case .noTransaction: "열린 트랜잭션이 없다"
    case .producerBusy: "프로듀서가 트랜잭션 사이에 있다. 잠시 뒤 다시 한다"
    case .producerNotRunning: "프로듀서가 없다. 다시 시작해야 한다"
    case .notRunning: "프로세스가 없다. r을 누르면 재시작한다"
    case .alreadyRunning: "프로세스가 이미 돌고 있다"
    case .alreadyClosing: "이미 종료하는 중이다"
    case .tooManyMembers: "멤버를 더 추가할 수 없다"
    case .tooManyPartitions: "파티션을 더 추가할 수 없다"
    case .notInThisSource: "여기서는 할 수 없다. 시뮬레이션에서만 된다"
    }
  }
}
