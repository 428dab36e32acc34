/// What most people expect otherwise: an instance id twice, a poll() that is late, two bounces.
extension KoreanStory {
  func whySurprise(_ remark: WhyRemark) -> Phrase {
    switch remark {
    case .sameInstance(let slot, let other):
      """
      \(slot.letter.with(.subject)) \(other.letter.with(.with)) 같은 인스턴스 ID로 시작했다. \
      \(other.letter.with(.topic)) 살아 있다.
      """
    case .fenced(let slot, let other, let reads):
      """
      같은 인스턴스 ID로 온 \(other.letter.with(.subject)) \(slot.letter)의 \
      \(reads ? "파티션을 읽는다" : "자리를 차지했다"). \
      \(slot.letter.with(.topic)) 아직 모른다.
      """
    case .comesBack(let slot):
      "\(slot.letter.with(.subject)) 그룹에서 나간 것을 알았다. 가진 것을 잃고 새로 합류한다."
    case .leavesUnpolled(let slot, let limit):
      "\(slot.letter)의 poll()이 늦었다\(terms.limit(limit)). 하트비트 스레드가 LeaveGroup을 보낸다."
    case .quietUnpolled(let slot, let limit):
      "\(slot.letter)의 poll()이 늦었다\(terms.limit(limit)). 스태틱 멤버라 하트비트만 멈춘다."
    case .someKeep(let slots):
      "\(terms.list(slots).with(.topic)) 가진 것을 지키고, 나머지는 EAGER라서 다 내려놓는다."
    case .eagerAsYet(let assignor):
      "\(strategy(assignor).with(.toward)) 나누지만 목록에 EAGER 전략이 남아 모두 멈춘다."
    case .commonOnly(let assignor):
      "모두의 목록에 함께 있는 것은 \(strategy(assignor))뿐이다."
    default: ""
    }
  }

  private func strategy(_ assignor: String) -> String {
    Language.korean.figure.shortStrategy(assignor)
  }

  func nextSurprise(_ remark: NextRemark) -> Phrase {
    switch remark {
    case .refusedUntilChanged(let slot):
      "설정을 바꾸기 전에는 \(slot.letter.with(.subject)) 몇 번을 요청해도 들어올 수 없다."
    case .takesPlaceOf(let slot, let other):
      """
      \(slot.letter.with(.subject)) 리밸런싱 없이 \(other.letter)의 자리와 파티션을 넘겨받고, \
      \(other.letter.with(.topic)) 차단된다.
      """
    case .toldFenced(let slot):
      """
      \(slot.letter)의 다음 하트비트나 커밋이 FENCED_INSTANCE_ID로 거절되고, \
      \(slot.letter.with(.topic)) 실패한다.
      """
    case .fencesInTurn(let slot, let other):
      """
      \(slot.letter.with(.object)) 다시 시작하면 이번에는 \(other.letter.with(.subject)) 차단된다. \
      인스턴스 ID는 저마다 달라야 한다.
      """
    case .pollWithin(let slot, let ms):
      "\(slot.letter.with(.topic)) \(terms.seconds(ms)) 안에 poll()을 불러야 한다. 아니면 떠난다."
    default: ""
    }
  }
}
