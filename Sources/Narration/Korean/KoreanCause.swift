/// Why a group rebalances, in Korean.
struct KoreanCause {
  let terms: KoreanTerms

  private func subject(_ who: Who) -> String { terms.who(who).with(.subject) }
  private func topic(_ who: Who) -> String { terms.who(who).with(.topic) }

  /// A sentence; `isOver` tells it as past.
  func sentence(_ cause: Cause, _ isOver: Bool) -> Phrase {
    switch cause {
    case .groupWasEmpty(let who): "비어 있던 그룹에 \(subject(who)) 합류했다."
    case .newMember(let who): "\(subject(who)) 그룹에 새로 합류했다."
    case .newMembers(let list):
      "\(terms.list(list.map(terms.who)).with(.subject)) 그룹에 새로 합류했다."
    case .restarted(let who): "\(subject(who)) 재시작했다. 코디네이터에게는 새 멤버다."
    case .returned(let who, let hadLeft):
      "\(hadLeft ? "떠났던" : "제거됐던") \(subject(who)) 새 멤버로 다시 합류했다."
    case .rejoined(let who): "\(subject(who)) 내용을 바꿔 다시 합류했다."
    case .leaderRejoined(let who):
      "리더 \(subject(who)) 다시 합류했다. 그러면 언제나 리밸런싱한다."
    case .expelled(let who):
      "관리자가 \(terms.who(who)) 이름으로 LeaveGroup을 보내 내보냈다."
    case .leftRunning(let who):
      "\(subject(who)) LeaveGroup을 보내고도 살아 있다. 구독을 끊었거나 poll()이 늦었다."
    case .left(let who): "\(subject(who)) 종료하며 LeaveGroup으로 알렸다."
    case .gone(let who):
      "\(terms.who(who).with(.subject)) 사라졌다. 떠났는지 세션이 끝났는지는 본 것만으로 알 수 없다."
    case .pollMissed(let who, let limit):
      "\(subject(who)) 제때\(terms.limit(limit)) poll()을 부르지 않아 스스로 떠났다."
    case .sessionTimedOut(let who, let limit, let at, let since):
      """
      \(subject(who))\(limit.map { " \(terms.setting($0)) 동안" } ?? "") 조용해 \
      \(since.map { "\(TimeText.clock(ms: $0))와 " } ?? "")\(TimeText.clock(ms: at))\
      \(since == nil ? "에" : " 사이에") 세션이 끝났다.
      """
    case .sessionsTimedOut(let list, let by):
      """
      \(terms.list(list.map(terms.who)).with(.subject)) 조용했다. 세션이 차례로 끝났고 마지막이 \
      \(TimeText.clock(ms: by))이다.
      """
    case .newMemberTimedOut(let who): "\(subject(who)) 첫 합류를 너무 오래 기다렸다."
    case .pendingExpired: "내준 멤버 ID가 쓰이지 않은 채 만료됐다."
    case .didNotSync(let list):
      "\(terms.list(list.map(terms.who)).with(.subject)) 제때 SyncGroup을 보내지 않았다."
    case .staticReplaced(let who): "스태틱 멤버 \(subject(who)) 새 멤버 ID로 돌아왔다."
    case .writeFailed: "할당을 저장하지 못했다. 그룹이 다시 시도한다."
    case .groupTooLarge: "멤버가 group.max.size보다 많다."
    case .grown(let names): "\(terms.partitions(names).with(.subject)) 새로 생긴 것을 리더가 알았다."
    case .unknown: isOver ? "그룹이 리밸런싱했다. 이유는 보이지 않았다." : "그룹이 리밸런싱하는 중이다."
    }
  }

  /// A few words for the log.
  func brief(_ cause: Cause) -> String {
    switch cause {
    case .groupWasEmpty(let who): "빈 그룹에 \(terms.who(who)) 합류"
    case .newMember(let who): "\(topic(who)) 새 멤버"
    case .newMembers(let list): "\(terms.list(list.map(terms.who)).with(.topic)) 새 멤버"
    case .restarted(let who): "\(terms.who(who)) 재시작"
    case .returned(let who, _): "\(terms.who(who)) 복귀"
    case .rejoined(let who): "\(terms.who(who)) 재합류"
    case .leaderRejoined(let who): "리더 \(terms.who(who)) 재합류"
    case .left(let who), .leftRunning(let who): "\(terms.who(who)) 떠남"
    case .expelled(let who): "\(terms.who(who)) 내보냄"
    case .gone(let who): "\(terms.who(who).with(.subject)) 사라짐"
    case .pollMissed(let who, _): "\(subject(who)) poll()을 놓침"
    case .sessionTimedOut(let who, _, _, _): "\(terms.who(who))의 세션이 끝남"
    case .sessionsTimedOut(let list, _): "\(terms.list(list.map(terms.who)))의 세션이 끝남"
    case .newMemberTimedOut(let who): "\(subject(who)) 너무 오래 기다림"
    case .pendingExpired: "쓰이지 않은 ID 만료"
    case .didNotSync(let list): "\(terms.list(list.map(terms.who))) 동기화 안 함"
    case .staticReplaced(let who): "\(subject(who)) 새 ID로 돌아옴"
    case .writeFailed: "할당을 저장하지 못함"
    case .groupTooLarge: "멤버가 너무 많음"
    case .grown(let names): "\(terms.partitions(names)) 추가"
    case .unknown: "이유를 보지 못함"
    }
  }
}
