/// Footer and help in Korean.
struct KoreanKeys: KeyPhrasebook {
  var space: String { "Space" }
  var pause: String { "멈춤" }
  var letGo: String { "놓기" }
  var expel: String { "내보내기" }
  var expelLong: String { "관리자처럼 그룹에서 내보낸다" }
  var all: String { "모두" }
  var openOne: String { "하나 열기" }
  var show: String { "답 보기" }
  var leave: String { "나가기" }
  var helpTitle: String { "키" }
  var closesHelp: String { "? 기호   다른 키를 누르면 닫힌다" }

  func section(_ section: KeyAction.Section) -> String {
    switch section {
    case .act: "멤버"
    case .group: "그룹"
    case .choose: "선택"
    case .time: "시간"
    case .view: "화면"
    }
  }

  func short(_ action: KeyAction) -> String {
    switch action {
    case .kill: "장애"
    case .close: "종료"
    case .restart: "재시작"
    case .add: "추가"
    case .poll: "폴"
    case .network: "네트워크"
    case .rate: "느리게"
    case .hold: "붙잡기"
    case .addPartition: "파티션 추가"
    case .assignor: "할당 전략"
    case .membership: "스태틱"
    case .memberUp, .memberDown: "멤버"
    case .partitionBack, .partitionOn: "파티션"
    case .open: "열기"
    case .play: "재생"
    case .stepOn: "다음"
    case .stepBack: "이전"
    case .start: "처음"
    case .end: "끝"
    case .beatBack: "장면"
    case .beatOn: "장면"
    case .scrubBack, .scrubOn: "10초"
    case .faster: "빠르게"
    case .slower: "천천히"
    case .nextPane: "다음 창"
    case .picture: "그림"
    case .log: "로그"
    case .messages: "메시지"
    case .records: "레코드"
    case .describe: "describe"
    case .settings: "설정"
    case .consoles: "터미널"
    case .table: "표"
    case .grid: "그리드"
    case .language: "English"
    case .projection: "크게"
    case .compare: "비교"
    case .predict: "예측"
    case .inside: "할당 과정"
    case .fork: "분기"
    case .undo: "되돌림"
    case .commandLine: "명령"
    case .glossary: "용어"
    case .zoom: "확대"
    case .filter: "필터"
    case .save: "녹화"
    case .help: "도움말"
    case .up: "홈"
    case .quit: "끝"
    }
  }

  func both(_ first: KeyAction) -> String {
    switch first {
    case .assignor: "다른 전략; 스태틱 여부"
    case .memberUp: "멤버를 고르거나 스크롤한다"
    case .partitionBack: "파티션을 고르거나 열 줄씩"
    case .start: "처음으로, 끝으로"
    case .beatBack: "이전 장면, 다음 장면"
    case .scrubBack: "10초 뒤로, 앞으로"
    case .faster: "두 배 빠르게, 절반 속도로"
    case .fork: "뒤를 잘라 낸다; 되돌린다"
    case .filter: "글이 든 것만, 고른 것만"
    case .consoles: "터미널들; 표 6-1에서 6-3"
    case .predict: "먼저 맞힌다; 할당 과정"
    case .glossary: "용어의 뜻; 이 도움말"
    case .up: "위로, 홈 화면으로; 끝낸다"
    default: long(first)
    }
  }

  func long(_ action: KeyAction) -> String {
    switch action {
    case .kill: "프로세스 장애: LeaveGroup 없음"
    case .close: "close()로 컨슈머를 닫는다"
    case .restart: "재시작한다: 새 프로세스"
    case .add: "멤버를 추가한다"
    case .poll: "poll()을 멈추거나 잇는다"
    case .network: "네트워크를 끊거나 잇는다"
    case .rate: "처리를 느리게 또는 보통으로"
    case .hold: "코디네이터의 응답을 붙잡는다"
    case .addPartition: "파티션을 하나 추가한다"
    case .assignor: "다음 할당 전략: 모두 재시작"
    case .membership: "스태틱/동적 전환: 모두 재시작"
    case .memberUp, .memberDown: "멤버를 고르거나 넘겨 본다"
    case .partitionBack, .partitionOn: "파티션을 고른다"
    case .open: "고른 것을 연다"
    case .play: "재생하거나 멈춘다"
    case .stepOn: "한 단계 앞으로"
    case .stepBack: "한 단계 뒤로"
    case .start: "처음으로"
    case .end: "아는 데까지 끝으로"
    case .beatBack: "이전 장면"
    case .beatOn: "다음 장면"
    case .scrubBack, .scrubOn: "10초 뒤로, 앞으로"
    case .faster, .slower: "빠르게, 느리게"
    case .nextPane: "다음 창"
    case .picture: "그림"
    case .log: "로그와 이유"
    case .messages: "멤버와 코디네이터의 메시지"
    case .records: "__consumer_offsets의 레코드"
    case .describe: "--describe의 출력"
    case .settings: "설정과 예정된 일"
    case .consoles: "프로그램이 출력한 것"
    case .table: "표 6-1, 6-2, 6-3"
    case .grid: "멤버 x 파티션"
    case .language: "switch to English"
    case .projection: "프로젝터용으로 크게"
    case .compare: "할당 전략마다 나란히"
    case .predict: "보기 전에 묻는다"
    case .inside: "할당 과정을 들여다본다"
    case .fork: "여기서 미래를 잘라 낸다"
    case .undo: "마지막 조작을 되돌린다"
    case .filter: "글이 들어간 것만 남긴다"
    case .zoom: "고른 것만 크게 보인다"
    case .glossary: "용어의 뜻"
    case .commandLine: "명령을 입력한다(Tab 완성)"
    case .save: "녹화를 저장한다"
    case .help: "이 도움말"
    case .up: "한 단계 위, 홈 화면으로"
    case .quit: "끝낸다"
    }
  }
}
