import Feed

/// Why, Cost and Next in Korean.
struct KoreanStory: StoryPhrasebook {
  let terms = KoreanTerms()

  func why(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .connecting: "연결하는 중이다. 아직 그룹에서 본 것이 없다."
    case .trouble(let trouble, let detail):
      "\(strong: KoreanTrouble.text(trouble))\(detail.isEmpty ? "" : " (\(detail))")"
    case .noGroup: "아직 그룹에 대해 아는 것이 없다. 합류한 멤버가 없다."
    case .noClient, .turnedAway, .joinRefused, .holds, .coordinatorMoved: whyServed(remark)
    case .empty: "그룹이 비어 있다. 멤버가 없어 아무도 읽지 않는다."
    case .readsOutside(let slot, let isEmpty):
      """
      \(isEmpty ? "그룹이 비어 있다. " : "")\(slot.letter.with(.topic)) 그룹 밖에서 이미 가져온 것을 처리한다. \
      커밋은 실패한다.
      """
    case .groupDead: "코디네이터에 이 그룹이 더는 없다."
    case .allRead(let members, _):
      members == 1
        ? "정상이다. 멤버 하나가 모든 파티션을 읽으며 하트비트를 보낸다."
        : "정상이다. 파티션마다 읽는 멤버가 있고 모두 하트비트를 보낸다."
    case .idle(let slots, let members, let partitions):
      "\(terms.list(slots).with(.topic)) 가진 것이 없다. 파티션 \(partitions)개에 멤버가 \(members)개다."
    case .joiningQuietly(let slot): "\(slot.letter.with(.subject)) 시작해 곧 그룹에 합류한다."
    case .leaving(let slot):
      "\(slot.letter.with(.subject)) 종료하는 중이다. 커밋하고 LeaveGroup을 보낸다."
    case .failed(let slot, let error):
      "\(strong: slot.letter.with(.subject)) 실패했다. poll()이 \(error.description) 오류를 냈다."
    case .slow(let slot, let rate, let arriving):
      """
      \(slot.letter.with(.topic)) 1초에 \(NumberWords.grouped(rate))개를 처리하는데 \
      \(NumberWords.grouped(arriving))개가 들어온다. 느릴 뿐 살아 있다.
      """
    case .fetchingOffsets(let slots):
      "할당은 끝났다. \(terms.list(slots).with(.subject)) 어디서부터 읽을지 묻는다."
    case .otherMember(let names): "\(terms.partitions(names).with(.topic)) 화면에 없는 멤버가 가졌다."
    case .regrouping, .regrouped, .partitionsAdded, .assignedToNobody: whyRegroup(remark)
    case .strangersHave(let slots, let names):
      """
      \(terms.partitions(names).with(.topic)) \(terms.list(slots))의 것이다. \
      우리 프로세스가 아니라서 읽는지는 보이지 않는다.
      """
    case .eagerStop: "EAGER: 모두 다 내려놓고 다시 합류한다."
    case .cooperativeKeeps: "COOPERATIVE: 가진 것을 그대로 읽으며 다시 합류한다."
    case .roundTakes(let names, let slots):
      "첫 번째 리밸런싱이 \(terms.list(slots))에게서 \(terms.partitions(names).with(.object)) 뺀다."
    case .roundTook(let names, let slots, let haveRejoined):
      """
      첫 번째 리밸런싱이 \(terms.partitions(names).with(.object)) 뺐고, \
      \(terms.list(slots).with(.subject)) 내려놓고 다시 \(haveRejoined ? "합류했다" : "합류한다").
      """
    case .roundGave(let names, let slots):
      "두 번째 리밸런싱이 \(terms.partitions(names).with(.object)) \(terms.list(slots))에게 줬다."
    case .shares(let most, let many, let least, let few, let assignor):
      """
      \(most.letter.with(.topic)) 파티션 \(many)개, \(least.letter.with(.topic)) \(few)개다. \
      \(dealing(assignor))
      """
    case .leaderPlans, .leaderSilent: whyLeader(remark)
    case .transaction(let remark): KoreanTransactions().why(remark)
    case .watch(let remark): KoreanWatch().why(remark)
    case .inferred: "(추정)"
    case .cause(let cause, let isOver): KoreanCause(terms: terms).sentence(cause, isOver)
    case .hangs, .frozen, .silent, .silentTooLong, .restarted, .cutOff, .cutOffRemoved, .notPolling,
      .pollMissed:
      whyAbsent(remark)
    case .staticSilent, .staticLeaving, .staticBack, .staticReturned: whyStatic(remark)
    case .sameInstance, .fenced, .comesBack, .leavesUnpolled, .quietUnpolled, .someKeep,
      .eagerAsYet,
      .commonOnly:
      whySurprise(remark)
    }
  }

  private func whyLeader(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .leaderPlans(let leader):
      "모두 합류했고 리더\(leader.map { " \($0.letter)" } ?? "")가 할당을 짠다."
    case .leaderSilent(let slot, let since):
      """
      할당을 보내기 전에 리더 \(slot.letter.with(.subject)) 사라졌다\
      \(since.map { "(\(TimeText.clock(ms: $0))부터 조용함)" } ?? ""). \
      코디네이터는 아직 알 수 없다.
      """
    default: ""
    }
  }

  private func whyRegroup(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .regrouping(.assignors(let list)):
      """
      모두 멈추고 \(strong: list.joined(separator: ", ").with(.toward)) 다시 시작한다. 공통 전략이 \
      있어야 한다.
      """
    case .regrouping(.membership(let isStatic)):
      "모두 멈추고 \(strong: isStatic ? "스태틱 멤버로" : "동적 멤버로") 다시 시작한다."
    case .regrouped(.assignors(let list)):
      "모두 멈췄다가 \(strong: list.joined(separator: ", ").with(.toward)) 다시 시작했다."
    case .regrouped(.membership(let isStatic)):
      "모두 멈췄다가 \(strong: isStatic ? "스태틱 멤버로" : "동적 멤버로") 다시 시작했다."
    case .partitionsAdded(let names):
      "\(terms.partitions(names).with(.subject)) 새로 생겼다. 파티션 수는 리더만 지켜본다."
    case .assignedToNobody(let names):
      "\(terms.partitions(names).with(.topic)) 주인이 없다. 구독하는 멤버가 없다."
    default: ""
    }
  }

  private func dealing(_ assignor: String) -> String {
    assignor == "range"
      ? "레인지는 토픽마다 따로 나누고 앞선 멤버가 하나씩 더 받는다."
      : "구독에 따라 그렇게 나뉜다."
  }

  private func whyStatic(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .staticSilent(let slot):
      "\(slot.letter)의 프로세스가 종료됐다. 스태틱 멤버는 LeaveGroup을 보내지 않는다."
    case .staticLeaving(let slot):
      "\(slot.letter.with(.subject)) 커밋하고 종료한다. 스태틱 멤버는 LeaveGroup을 보내지 않는다."
    case .staticBack(let slot):
      "\(slot.letter)의 새 프로세스가 같은 인스턴스 ID로 돌아왔다."
    case .staticReturned(let slot, let names):
      """
      \(slot.letter.with(.subject)) 세션 안에 같은 인스턴스 ID로 돌아왔다. \
      \(names.isEmpty ? "" : "\(terms.partitions(names).with(.topic)) 그대로고 ")리밸런싱은 없다.
      """
    default: ""
    }
  }

  private func whyAbsent(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .silent(let slot, let since):
      """
      코디네이터는 \(slot.letter)의 소식을 \
      \(since.map { "\(TimeText.clock(ms: $0))에 마지막으로 들었다" } ?? "더는 듣지 못한다"). \
      아직 알 수 없다.
      """
    case .frozen(let slot):
      "\(slot.letter)의 프로세스가 정지되어(SIGSTOP) 아무것도 보내지 않는다. 코디네이터는 아직 알 수 없다."
    case .hangs(let slot):
      "\(slot.letter)의 프로세스가 살아 있지만 말이 없다. 읽는지 알 수 없다."
    case .silentTooLong(let slot, let since):
      """
      \(since.map { "\(TimeText.clock(ms: $0))부터 " } ?? "")\(slot.letter)의 하트비트가 없다. \
      코디네이터가 아는지는 아직 아무도 듣지 못했다.
      """
    case .restarted(let slot):
      "\(slot.letter.with(.subject)) 재시작해 새 멤버 ID를 받는다. 옛 ID가 아직 그룹에 있다."
    case .cutOff(let slot, let since):
      """
      \(slot.letter)의 네트워크가 끊겼다\(since.map { "(\(TimeText.clock(ms: $0))부터)" } ?? ""). \
      코디네이터는 아직 알 수 없다.
      """
    case .cutOffRemoved(let slot):
      "\(slot.letter.with(.topic)) 끊긴 동안 제거됐다. 스스로는 아직 모른다."
    case .notPolling(let slot):
      "\(slot.letter)의 애플리케이션이 poll()을 부르지 않는다. 하트비트는 계속된다."
    case .pollMissed(let slot, let limit):
      "\(slot.letter.with(.subject)) 제때\(terms.limit(limit)) poll()을 부르지 않아 스스로 떠났다."
    default: ""
    }
  }
}
