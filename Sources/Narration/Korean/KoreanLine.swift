/// The command line in Korean.
struct KoreanLine: LinePhrasebook {
  var commandHint: String { "Tab 명령 목록 · ↑ 이전 명령 · Esc 나가기" }
  var filterHint: String { "글이 들어간 것만 남긴다 · Enter 유지 · Esc 모두 보기" }

  func fault(_ fault: TypedFault) -> String {
    switch fault {
    case .unknown(.records, let typed, let there),
      .unknown(.recordsPerSecond, let typed, let there):
      "\(typed): \(range(there))"
    case .unknown(let noun, let typed, let there):
      "\(typed): 그런 \(name(noun).with(.subject)) 없다. \(offer(there))"
    case .missing(let noun, let word, let there):
      "\(word): 뒤에 \(name(noun).with(.subject)) 와야 한다. \(offer(there))"
    case .tooMuch(let typed, let word): "\(word) 뒤의 \(typed): 더 올 것이 없다"
    }
  }

  /// Of `1-10000`.
  private func range(_ there: [String]) -> String {
    let ends = there.first?.split(separator: "-") ?? []
    return ends.count == 2 ? "\(ends[0])부터 \(ends[1])까지의 수여야 한다" : offer(there)
  }

  private func offer(_ there: [String]) -> String {
    there.isEmpty ? "하나도 없다" : "있는 것: " + there.joined(separator: ", ")
  }

  private func name(_ noun: TypedFault.Noun) -> String {
    switch noun {
    case .command: "명령"
    case .member: "멤버"
    case .topic: "토픽"
    case .assignor: "할당 전략"
    case .recordsPerSecond: "초당 레코드 수"
    case .speed: "속도"
    case .step: "단계"
    case .beat: "장면"
    case .time: "시각"
    case .pane: "창"
    case .language: "언어"
    case .memberOrPartition: "멤버나 파티션"
    case .text: "글"
    case .producerAct: "프로듀서 동작"
    case .records: "레코드 수"
    case .holdPoint: "응답 종류"
    }
  }
}
