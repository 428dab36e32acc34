import Feed

extension KoreanStory {
  func next(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .heartbeats(let every, let session):
      if let every, let session {
        "하트비트는 \(terms.setting(every))마다. \(terms.setting(session)) 동안 없으면 세션이 끝난다."
      } else {
        "하트비트가 이어진다. 다른 일은 예정에 없다."
      }
    case .tryKill, .tryRestart, .tryStart: nextKey(remark)
    case .clientsWanted, .givesUpAnswer, .nothingHeldYet, .sessionsEnd, .letGo: nextServed(remark)
    case .firstLeads: "곧 프로세스가 시작한다. 맨 먼저 합류하는 멤버가 그룹 리더가 된다."
    case .trying: "자동으로 다시 시도한다."
    case .notTried, .shutOut: notTried(isShutOut: remark == .shutOut)
    case .sessionEnds(let slot, let ms, let limit, let others):
      """
      \(terms.seconds(ms)) 뒤 \(slot.letter)의 세션\(terms.limit(limit))이 끝난다. 코디네이터가 \
      \(slot.letter.with(.object)) 제거\
      \(others.isEmpty ? "하고 그룹은 빈다." : "하고 \(terms.list(others).with(.object)) 다시 합류시킨다.")
      """
    case .sessionIsOver(let slot, let limit, let others):
      """
      우리 시계로는 \(slot.letter)의 세션\(terms.limit(limit))이 끝났다. \
      \(others.isEmpty ? "들을 멤버가 남아 있지 않다."
        : "\(terms.list(others))의 다음 하트비트가 알려 준다.")
      """
    case .removesWhenDue(let slot): "\(slot.letter)의 세션이 끝나면 코디네이터가 제거한다."
    case .staticReturn(_, let ms, let limit):
      """
      \(ms.map { "\(terms.seconds($0)) 안에" } ?? "세션이 끝나기 전에") 같은 인스턴스 ID로 돌아오면 \
      그대로 이어 읽는다. 못 돌아오면 세션\(terms.limit(limit))이 끝나고 그때 리밸런싱이 일어난다.
      """
    case .takesPlace(let slot):
      """
      \(slot.letter.with(.subject)) 그 ID로 합류해 옛 자리를 이어받는다. 멤버 ID만 새것이고 파티션은 \
      그대로다. 리밸런싱은 없다.
      """
    case .joinsAsNew, .asksWhoCoordinates, .isGivenAnId, .joinsWithItsId: nextNewcomer(remark)
    case .ifRestarts(let slot, let all):
      all
        ? "\(slot.letter.with(.subject)) 재시작하면 다시 모두 멈춘다."
        : "\(slot.letter.with(.subject)) 재시작하면 넘겨줄 파티션만 멈춘다."
    case .lagGrowsOn(let slot):
      "리밸런싱은 없다. \(slot.letter)의 하트비트는 제때 온다. 빨라질 때까지 랙이 는다."
    case .leaves, .leaveOnItsWay, .allLeave, .stillLeaving, .allStart, .leaderLooks:
      nextRegroup(remark)
    case .applicationMustHandle(let slot):
      "\(slot.letter)의 애플리케이션이 처리할 일이다. r을 누르면 재시작한다."
    case .backlog(let slot, let name):
      "\(slot.letter.with(.subject)) \(terms.partition(name))의 밀린 레코드를 읽는다."
    case .fetchesNext(let slot, let name):
      "\(slot.letter.with(.subject)) 이미 가져온 것을 처리한 뒤 \(terms.partition(name).with(.object)) 가져온다."
    case .readsAfterOffsets(let slots):
      "\(terms.list(slots).with(.subject)) 커밋된 오프셋을 받으면 거기서부터 읽는다."
    case .sharesSent(let slots):
      "할당이 저장됐다. \(terms.list(slots).with(.subject)) 자기 몫을 받는다."
    case .pollDue, .pollHolds, .returnsWithPoll, .returnsWhenHealed, .returnsAfterBatch:
      nextPoll(remark)
    case .takesPlaceOf, .toldFenced, .fencesInTurn, .pollWithin, .refusedUntilChanged:
      nextSurprise(remark)
    case .initialDelay, .waitsFor, .waitsForGone, .waitsForFormer, .waitsForOthers, .waitsUnseen,
      .atMost:
      nextJoin(remark)
    case .givesUp, .toldBySync, .joinOnItsWay: onTheWay(remark)
    case .allJoined, .leaderIsTold, .planOnItsWay, .leaderSends, .planComes, .leaderGone:
      nextPlan(remark)
    case .givesUpAndRejoins, .secondRoundGives, .readOn: nextRound(remark)
    case .watch(let remark): KoreanWatch().next(remark)
    case .transaction(let remark): KoreanTransactions().next(remark)
    }
  }

  private func notTried(isShutOut: Bool) -> Phrase {
    isShutOut ? "다시 시도하지 않는다. 연결 설정을 고친 뒤 다시 실행해야 한다." : "다시 시도하지 않는다."
  }

  private func nextKey(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .tryKill(let slot): "k를 누르면 \(slot.letter.with(.subject)) 죽는다."
    case .tryRestart(let slot): "r을 누르면 \(slot.letter.with(.subject)) 재시작한다."
    case .tryStart: "a를 누르면 멤버가 추가된다."
    default: ""
    }
  }

  private func nextRegroup(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .leaves(let slot):
      "코디네이터가 \(slot.letter.with(.object)) 바로 제거하고 나머지가 다시 합류한다."
    case .leaveOnItsWay(let slot):
      "\(slot.letter)의 LeaveGroup이 가는 중이다. 세션이 끝나기를 기다릴 필요가 없다."
    case .stillLeaving(let slots, let onTheWay):
      """
      \(slots.isEmpty ? "" : "\(terms.list(slots).with(.subject)) 커밋한다. ")\
      \(onTheWay.isEmpty ? "" : "\(terms.list(onTheWay))의 LeaveGroup이 가는 중이다. ")\
      그룹이 비면 모두 다시 시작한다.
      """
    case .allLeave: "저마다 커밋하고 떠난다. 그룹이 비면 모두 다시 시작한다."
    case .allStart: "그룹이 비었다. 모두 다시 시작해 합류한다."
    case .leaderLooks(let leader, let names, let ms):
      """
      리더\(leader.map { " \($0.letter.with(.subject))" } ?? "가") \
      \(ms.map { "늦어도 \(terms.seconds($0)) 뒤 " } ?? "")\
      메타데이터를 새로 받아 \(terms.partitions(names).with(.object)) 알고 다시 합류한다. \
      그러면 리밸런싱한다.
      """
    default: ""
    }
  }

  private func nextNewcomer(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .joinsAsNew(let slot):
      "\(slot.letter.with(.subject)) 새 멤버로 합류하며 그룹이 리밸런싱한다."
    case .asksWhoCoordinates(let slot):
      """
      \(slot.letter.with(.subject)) 아무 브로커에나 그룹의 코디네이터를 묻고(FindCoordinator) 그 \
      브로커에 JoinGroup을 보낸다.
      """
    case .isGivenAnId(let slot):
      "\(slot.letter)의 JoinGroup에는 아직 ID가 없다. MEMBER_ID_REQUIRED로 받는다."
    case .joinsWithItsId(let slot):
      "\(slot.letter)의 JoinGroup이 받은 ID로 가는 중이다. 도착하면 리밸런싱한다."
    default: ""
    }
  }

  private func nextRound(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .givesUpAndRejoins(let slots, let names):
      """
      \(terms.list(slots).with(.subject)) 할당을 받으면 \(terms.partitions(names).with(.object)) \
      내려놓고 두 번째 리밸런싱에 합류한다.
      """
    case .secondRoundGives(let names):
      "두 번째 리밸런싱이 \(terms.partitions(names).with(.object)) 나눠 줄 수 있다."
    case .readOn(let slots): "\(terms.list(slots).with(.topic)) 내내 읽는다."
    default: ""
    }
  }

  private func nextPoll(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .pollDue(let slot, let ms):
      """
      \(terms.seconds(ms)) 안에 poll()을 부르지 않으면(max.poll.interval.ms) \
      \(slot.letter.with(.topic)) 스스로 그룹을 떠난다.
      """
    case .pollHolds(let slot):
      "\(slot.letter.with(.topic)) 파티션을 그대로 가진다. 늦은 것은 poll()뿐이다."
    case .returnsWithPoll(let slot):
      "다음 poll() 때 \(slot.letter.with(.subject)) 새 멤버로 다시 합류한다."
    case .returnsWhenHealed(let slot):
      """
      다시 연결되면 \(slot.letter.with(.topic)) UNKNOWN_MEMBER_ID를 받고 새 멤버로 \
      합류한다.
      """
    case .returnsAfterBatch(let slot):
      "\(slot.letter.with(.topic)) 가져온 것을 다 처리하면 poll()을 부르고 새 멤버로 합류한다."
    default: ""
    }
  }

  private func onTheWay(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .givesUp(let slots):
      "\(terms.list(slots).with(.topic)) 이미 들었다. 커밋하고 가진 것을 내려놓은 뒤 합류한다."
    case .toldBySync(let slots):
      """
      \(terms.list(slots))의 SyncGroup에 REBALANCE_IN_PROGRESS로 답한다. \
      그러면 다시 합류한다.
      """
    case .joinOnItsWay(let slots): "\(terms.list(slots))의 JoinGroup이 가는 중이다."
    default: ""
    }
  }

  private func nextJoin(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .initialDelay(let ms, isExtended: true):
      "다른 멤버가 와서 대기가 연장되었다. 코디네이터가 \(terms.seconds(ms)) 더 기다린다."
    case .initialDelay(let ms, isExtended: false):
      "그룹이 비어 있었다. 코디네이터가 \(terms.seconds(ms)) 더 기다린다."
    case .waitsFor(let slots):
      """
      \(terms.list(slots).with(.object)) 기다린다. 다음 하트비트의 응답에서 알고 다시 \
      합류한다.
      """
    case .waitsForGone(let slots, let ms):
      """
      \(terms.list(slots).with(.topic)) 답할 수 없다. 세션이 \
      \(ms.map { "끝나는 \(terms.seconds($0)) 뒤" } ?? "끝날 때")까지 기다린다.
      """
    case .waitsForFormer(let slot, let ms):
      """
      \(slot.letter)의 옛 ID는 답할 수 없다. 세션이 \
      \(ms.map { "끝나는 \(terms.seconds($0)) 뒤" } ?? "끝날 때")까지 기다린다.
      """
    case .waitsUnseen:
      "모든 멤버가 JoinGroup을 보낼 때까지 기다린다. 모두 몇인지는 보이지 않는다."
    case .waitsForOthers: "화면에 없는 멤버를 기다린다."
    case .atMost(let ms): "길어도 \(terms.seconds(ms))다(리밸런스 타임아웃)."
    default: ""
    }
  }

  private func asked(_ waiting: [MemberSlot]) -> String {
    waiting.isEmpty ? "" : " \(terms.list(waiting).with(.topic)) 자기 몫을 물었다."
  }

  private func nextPlan(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .leaderIsTold(let slot, let waiting):
      "리더 \(slot.letter.with(.subject)) 멤버 목록을 받아 할당을 짠다.\(asked(waiting))"
    case .planOnItsWay(let slot, let waiting):
      "\(slot.letter)의 할당이 SyncGroup으로 가는 중이다.\(asked(waiting))"
    case .allJoined(let leader):
      "모두 합류했다. 리더\(leader.map { " \($0.letter.with(.subject))" } ?? "가") 멤버 목록을 받는다."
    case .leaderSends(let slot, _, let stops):
      """
      리더 \(slot.letter.with(.subject)) 새 할당을 SyncGroup으로 보낸다. 코디네이터가 저장하고 \
      \(stops ? "모두에게 답하면 다시 읽는다." : "모두에게 답한다.")
      """
    case .planComes(let stops):
      stops ? "리더의 할당이 SyncGroup으로 오면 모두 다시 읽는다." : "리더의 할당이 SyncGroup으로 온다."
    case .leaderGone(let slot, let ms):
      """
      리더 \(slot.letter.with(.subject)) 없어 할당이 오지 않는다\
      \(ms.map { ". \(terms.seconds($0)) 뒤 세션이 끝난다." } ?? ".")
      """
    default: ""
    }
  }
}
