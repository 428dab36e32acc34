import Feed
import KafkaModel

/// The log in Korean.
struct KoreanLog: LogPhrasebook {
  let terms = KoreanTerms()

  func line(_ remark: LogRemark) -> Phrase {
    switch remark {
    case .state(let state, let generation, let cause):
      """
      \(strong: state.rawValue)\(generation == .none ? "" : ", 세대 \(generation.value)")\
      \(cause.map { ": \(KoreanCause(terms: terms).brief($0))" } ?? "")
      """
    case .seen(let slot, let name): "\(slot.letter): \(name)"
    case .process(let slot, let change): process(slot.letter, change)
    case .connections(let slot, let areOpen):
      areOpen
        ? "\(slot.letter)의 클라이언트가 나타남"
        : "\(strong: "\(slot.letter)의 연결이 모두 닫힘"): LeaveGroup 없음"
    case .sent(let slot, let api): "\(slot.letter.with(.subject)) \(api.description) 전송"
    case .answer(let slot, let api, let error):
      "\(slot.letter.with(.subject)) \(api.description)의 응답으로 \(error.description) 받음"
    case .subscribed(let slot, let topics):
      topics.isEmpty
        ? "\(slot.letter.with(.subject)) 구독을 끊고 그룹을 떠남"
        : """
        \(slot.letter.with(.subject)) 이제 \
        \(topics.map(\.text).joined(separator: ", ").with(.object)) 구독함
        """
    case .partitionsAdded(let topic, let count):
      "\(topic.text)의 파티션이 이제 \(strong: "\(NumberWords.grouped(Int64(count)))개")"
    case .regrouping(let change): regrouping(change)
    case .produced(let topic, let count):
      "프로듀서가 \(topic.text)에 레코드 \(strong: "\(NumberWords.grouped(count))개")를 보냄"
    case .hold(let point?): "\(strong: point.api.description)에 대한 코디네이터의 응답을 붙잡음"
    case .heard(let slot, let isSo): heard(slot, isSo)
    case .turnedAway(let host, let why): KoreanStory().turnedAway(host, why)
    case .hold(nil): "붙잡았던 응답을 보냄"
    case .coordinatorMoved(let broker):
      "이제 \(strong: "브로커 \(broker.value)번")이 코디네이터: 기록된 것만 앎"
    case .assigned(let slot, let names, let generation):
      """
      \(slot.letter.with(.subject)) \(names.isEmpty ? "빈 할당" : terms.partitions(names)) 받음 \
      \(generation == .none ? "" : "(세대 \(generation.value))")
      """
    case .revoked(let slot, let names):
      "\(slot.letter.with(.subject)) \(terms.partitions(names)) 내려놓음"
    case .lost(let slot, let names):
      "\(slot.letter.with(.subject)) 그사이 제거되어 \(terms.partitions(names)) 잃음"
    case .readingStarted(let slot, let name, let offset):
      """
      \(slot.letter.with(.subject)) \(terms.partition(name).with(.object)) \
      오프셋 \(offset.value)부터 읽음
      """
    case .readsMany(let slot, let names):
      "\(slot.letter.with(.subject)) \(terms.partitions(names).with(.object)) 읽음"
    case .pollMissed(let slot):
      "\(slot.letter.with(.subject)) max.poll.interval.ms를 넘겨 떠남"
    case .failed(let slot, let api, let error):
      "\(strong: "\(slot.letter) 실패"): \(api.description)에 \(error.description)"
    case .leader(let slot): "\(slot.letter.with(.subject)) 리더가 됨"
    case .listed(let slot): "브로커의 응답에 \(slot.letter.with(.subject)) 멤버로 있음"
    case .added(let slot): "코디네이터가 \(slot.letter.with(.object)) 그룹에 넣음"
    case .removed(let who, let reason):
      "코디네이터가 \(strong: terms.who(who).with(.object)) 제거: \(self.reason(reason))"
    case .newId(let slot): "\(slot.letter)의 멤버 ID가 바뀜, group.instance.id는 그대로"
    case .gone(let who, let isExpired): gone(who, isExpired)
    case .plan(let generation, let shares): plan(generation, shares)
    case .transaction(let line): KoreanTransactions().line(line)
    case .rebalanced(let summary): KoreanWatch().summary(summary)
    case .connected: "연결됨"
    case .connecting: "연결하는 중"
    case .trouble(let trouble, let detail):
      "\(strong: KoreanTrouble.text(trouble))\(detail.isEmpty ? "" : " \(detail)")"
    }
  }

  private func heard(_ slot: MemberSlot, _ isSo: Bool) -> Phrase {
    isSo
      ? "\(slot.letter)에게서 다시 요청이 옴"
      : "\(strong: "\(slot.letter)에게서 아무것도 오지 않음"): Fetch도 Heartbeat도 없음"
  }

  private func regrouping(_ change: Regrouping) -> Phrase {
    switch change {
    case .assignors(let names):
      "모두 멈추고 \(strong: names.joined(separator: ", ").with(.toward)) 다시 시작"
    case .membership(let isStatic):
      "모두 멈추고 \(strong: isStatic ? "스태틱 멤버로" : "동적 멤버로") 다시 시작"
    }
  }

  private func gone(_ who: Who, _ isExpired: Bool) -> Phrase {
    """
    직전 응답 이후 \(strong: terms.who(who).with(.subject)) 사라짐: \
    \(isExpired ? "세션이 끝남" : "어떻게 나갔는지는 응답에 없음")
    """
  }

  private func process(_ letter: String, _ change: ProcessChange) -> Phrase {
    switch change {
    case .started: "\(letter)의 프로세스 시작"
    case .replaced: "\(letter)의 자리에 같은 group.instance.id로 다른 프로세스가 들어옴"
    case .killed: "\(strong: "\(letter) 강제 종료"): LeaveGroup도 마지막 커밋도 없음"
    case .failed: "\(strong: "\(letter)의 프로그램 실패"): 프로세스 끝남"
    case .closing: "\(letter.with(.subject)) 종료하는 중"
    case .ended: "\(letter)의 프로세스 끝남"
    case .frozen: "\(strong: "\(letter)의 프로세스를 정지")(SIGSTOP): 아무것도 보내지 않음"
    case .thawed: "\(letter)의 프로세스가 다시 움직임(SIGCONT)"
    case .pollStopped: "\(letter.with(.subject)) poll()을 부르지 않음"
    case .pollResumed: "\(letter.with(.subject)) 다시 poll()을 부름"
    case .networkCut: "\(letter)의 네트워크 끊김"
    case .networkHealed: "\(letter)의 네트워크 회복"
    case .processRate(let rate):
      "\(letter.with(.subject)) 이제 1초에 \(NumberWords.grouped(rate))개 처리"
    case .strategy(let names):
      "\(letter): \(strong: names.joined(separator: ", ").with(.toward)) 시작"
    }
  }

  private func reason(_ reason: RemovalReason) -> String {
    switch reason {
    case .sessionTimedOut: "세션이 끝남"
    case .left: "스스로 떠남"
    case .didNotRejoin: "제때 재합류하지 않음"
    case .didNotSync: "제때 동기화하지 않음"
    case .newMemberTimedOut: "너무 오래 기다림"
    case .groupTooLarge: "그룹이 가득 참"
    case .fenced: "다른 프로세스가 그 인스턴스 ID를 씀"
    case .expelled: "관리자가 내보냄"
    case .coordinatorMoved: "코디네이터가 바뀔 때 합류가 아직 기록되지 않음"
    }
  }

  private func plan(_ generation: Generation, _ shares: [LogShare]) -> Phrase {
    let parts = shares.prefix(6).map { share in
      let partitions = share.partitions.isEmpty ? "없음" : terms.partitions(share.partitions)
      return "\(terms.who(share.who)): \(partitions)"
    }
    let rest = shares.count > 6 ? "; 외 \(shares.count - 6)개" : ""
    let title = generation == .none ? "할당" : "세대 \(generation.value)의 할당"
    return "\(title): \(parts.joined(separator: "; "))\(rest)"
  }
}
