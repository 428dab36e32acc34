import Feed

/// Inside of an assignor, in Korean.
struct KoreanDeal: DealPhrasebook {
  let terms = KoreanTerms()

  let rule = "규칙"
  let done = "배분"
  let next = "다음"
  let nothingYet = "아직 없음."
  let over = "이것이 할당 결과다. 리더가 SyncGroup으로 보낸다."

  func count(_ number: Int, of all: Int) -> String { "결정 \(all)개 중 \(number)개" }

  func rule(of assignor: String) -> String {
    switch assignor {
    case "range":
      "레인지: 토픽마다 따로 나눈다. 파티션을 순서대로 고르게 자르고, 앞의 멤버부터 하나씩 더 준다."
    case "roundrobin":
      "라운드 로빈: 모든 토픽의 파티션을 한 줄로 세워 멤버에게 번갈아 하나씩 준다."
    case "sticky":
      "스티키: 균형이 먼저다. 그다음 가졌던 것은 그대로 두고, 남은 것은 가장 적게 가진 멤버에게 준다."
    case "cooperative-sticky":
      "협력적 스티키: 스티키와 같지만, 다른 멤버에게 옮겨 갈 것은 내려놓을 때까지 빼 둔다."
    default: "\(assignor.with(.subject)) 나눈다."
    }
  }

  func tell(_ move: DealRemark) -> String {
    switch move {
    case .topic(let topic, let partitions, let members):
      "\(topic.text): 파티션 \(partitions)개, 순서는 \(members.map(\.letter).joined(separator: ", "))."
    case .gave(let name, let slot, let reason): gave(terms.partition(name), slot.letter, reason)
    case .withheld(let name, let slot, let from):
      """
      \(terms.partition(name).with(.topic)) \(slot.letter)에게 갈 것이지만 \
      \((from?.letter ?? "지금 주인").with(.subject)) 내려놓을 때까지 빼 둔다.
      """
    }
  }

  private func gave(_ partition: String, _ letter: String, _ reason: Deal.Reason) -> String {
    let object = partition.with(.object)
    return switch reason {
    case .rangeShare(let first, let share):
      share == 1
        ? "\(object) \(letter)에게 준다. 몫은 하나다."
        : "\(object) \(letter)에게 준다. 몫은 \(first)부터 \(share)개다."
    case .sameRack: "\(object) \(letter)에게 준다. 같은 랙에 복제본이 있다."
    case .turn: "\(object) \(letter)에게 준다. 차례다."
    case .kept: "\(partition.with(.topic)) 가졌던 \(letter)에게 그대로 둔다."
    case .fewest: "\(object) 가장 적게 가진 \(letter)에게 준다."
    case .evened(let from): "\(object) 더 많이 가진 \(from.letter)에게서 \(letter)에게 옮긴다."
    }
  }
}
