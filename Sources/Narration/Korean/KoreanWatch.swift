import Feed

/// A group that is looked at from outside, in Korean.
struct KoreanWatch: WatchPhrasebook {
  private let terms = KoreanTerms()

  func why(_ remark: WatchRemark) -> Phrase {
    switch remark {
    case .expired(let who, let since, let gone):
      """
      \(strong: "\(terms.who(who))의 세션이 끝났다"). \
      \(since.map { "마지막 커밋 \(TimeText.clock(ms: $0)), " } ?? "")\
      \(TimeText.clock(ms: gone))에 사라짐.
      """
    case .left(let who, let gone):
      """
      \(strong: "\(terms.who(who).with(.subject)) 떠났거나 제거됐다"). 마지막 커밋 직후 \
      \(TimeText.clock(ms: gone))에 사라짐.
      """
    case .isBack(let who):
      "사라졌던 \(terms.who(who).with(.subject)) 새 멤버로 다시 합류했다."
    case .replaced(let slots):
      """
      \(strong: terms.list(slots).with(.topic)) 같은 group.instance.id로 멤버 ID만 바뀌었다. 그 사이 \
      리밸런싱이 있었는지는 보지 못했다.
      """
    case .ghosts(let age, true):
      "브로커는 아직 \(terms.seconds(age)) 전 주인을 알려 준다."
    case .ghosts(let age, false):
      "브로커가 주인을 알려 주지 않는다(\(terms.seconds(age)) 전 것)."
    case .silent(let slots, let since):
      """
      \(strong: terms.list(slots).with(.topic)) 레코드가 쌓이는데 \
      \(TimeText.clock(ms: since))부터 커밋하지 않는다.
      """
    case .slow(let slot, let lag, let rate):
      """
      \(strong: slot.letter.with(.subject)) 뒤처진다. \
      \(rate.map { "1초에 \(NumberWords.grouped($0))개를 커밋하고 " } ?? "")\
      \(lag.map { "\(NumberWords.grouped($0))개가 밀려 있다." } ?? "랙이 늘어난다.")
      """
    case .unowned(let names):
      "\(terms.partitions(names).with(.topic)) 주인이 없어 아무도 읽지 않는다."
    case .unseenTopics(let list): "삭제됐거나 볼 수 없는 토픽: \(list)."
    case .notConsumers(let type):
      "멤버가 컨슈머가 아니라(\(type)) 누가 무엇을 가졌는지 읽을 수 없다."
    case .allMove(let members, let partitions):
      """
      정상이다. 멤버 \(members)개가 커밋하며 파티션 \(NumberWords.grouped(Int64(partitions)))개를 \
      따라가고 있다.
      """
    case .notSeenYet(let count, let all):
      """
      파티션 \(NumberWords.grouped(Int64(all)))개 중 \(NumberWords.grouped(Int64(count)))개는 아직 \
      커밋을 보지 못해 누가 읽는지 모른다.
      """
    }
  }

  func next(_ remark: WatchNext) -> Phrase {
    switch remark {
    case .joinPhase: "모든 멤버가 JoinGroup을 보내면 리더가 할당을 짠다."
    case .planPhase: "모두 합류했다. 리더가 SyncGroup으로 할당을 보낸다."
    case .commitsShow: "다시 읽는지는 다음 커밋에서 드러난다."
    case .mayExpire(let slot):
      """
      \(slot.letter)의 하트비트도 멈췄다면 세션이 끝나 리밸런싱이 일어나고, 아니면 느리거나 멈춰 있는 \
      것이다.
      """
    case .whoeverJoins: "처음 합류하는 멤버가 리더가 되고 그때 리밸런싱이 일어난다."
    }
  }

  func cost(_ remark: WatchCost) -> Phrase {
    switch remark {
    case .verdict(let kept, let moved, let needless):
      """
      \(strong: "유지 \(kept) · 이동 \(moved) · 불필요 \(needless)")   두 응답 사이의 일이라 얼마나 안 \
      읽혔는지는 보지 못함
      """
    case .lag(let lag, let unknown, let all):
      """
      \(lag.map { "랙 \(NumberWords.grouped($0))" } ?? "랙을 모름")\
      \(unknown == 0 || lag == nil ? "" : ", 파티션 \(all)개 중 \(unknown)개는 모름")
      """
    }
  }

  func summary(_ summary: RebalanceSummary) -> Phrase {
    let causes = summary.causes.prefix(3).map { KoreanCause(terms: terms).brief($0) }
    let why = causes.isEmpty ? "이유는 보지 못함" : causes.joined(separator: ", ")
    let more = summary.causes.count > 3 ? " 외 \(summary.causes.count - 3)가지" : ""
    let moves = summary.moves.map {
      "\(terms.who($0.from))에서 \(terms.who($0.to).with(.toward)) \($0.count)개"
    }
    let list = moves.isEmpty ? "" : "(\(moves.joined(separator: ", ")))"
    let needless = summary.needless > 0 ? ", 불필요 \(summary.needless)" : ""
    let ms = summary.durationMs
    let time =
      TimeText.isNothing(ms: ms)
      ? "(두 응답 사이)" : terms.seconds(ms) + (summary.isLeast ? " 이상" : "")
    let notRead =
      TimeText.isNothing(ms: summary.notReadMs)
      ? "?" : TimeText.groupedTenths(ms: summary.notReadMs)
    return """
      \(strong: "리밸런싱") \(time): \(why)\(more); \
      유지 \(summary.kept), 이동 \(summary.moved)\(list)\(needless); \
      안 읽힘 \(notRead) 파티션·초\
      \(summary.isSettled ? "" : "(진행 중)")
      """
  }

  func evidence(_ evidence: Evidence) -> String {
    switch evidence {
    case .seen: "관찰"
    case .inferred: "추정"
    case .unknown: "모름"
    }
  }

  func every(ms: Int64) -> String {
    "\(TimeText.setting(ms: ms, minutes: "분", seconds: "초"))마다"
  }

  func count(members: Int, partitions: Int) -> String {
    "멤버 \(members)개, 파티션 \(NumberWords.grouped(Int64(partitions)))개"
  }

  func lag(_ lag: Int64?) -> String { lag.map { "랙 \(NumberWords.grouped($0))" } ?? "랙 ?" }
  var nobody: String { "없음" }
  var ownsNothing: String { "가진 것 없음" }
  var ownsNothingShort: String { "없음" }
  var sharesHeading: String { "보유 · 랙" }
  var notKnown: String { "?" }
  func gone(agoMs: Int64) -> String {
    TimeText.rough(ms: agoMs, hours: "시간", minutes: "분", seconds: "초") + " 전"
  }
  func owners(agoMs: Int64) -> String { "\(terms.seconds(agoMs)) 전의 주인" }
  var chooseGroup: String { "관찰할 그룹 고르기" }
  var chooseKeys: String { "↑ ↓ 고르기   Enter 보기   L 언어   q 끝" }
  var noGroups: String { "클러스터에 그룹이 없다." }
  func seen(agoMs: Int64) -> String {
    TimeText.rough(ms: agoMs, hours: "시간", minutes: "분", seconds: "초") + " 전 확인"
  }
}
