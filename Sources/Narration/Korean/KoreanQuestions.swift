import Feed
import KafkaModel

/// Questions and answers in Korean.
struct KoreanQuestions: QuestionPhrasebook {
  let terms = KoreanTerms()

  let question = "질문"
  let answer = "답"

  func ask(_ question: LessonQuestion) -> String {
    switch question {
    case .whoReads: "그룹이 다시 안정되면 누가 어느 파티션을 읽는가?"
    case .howManyMove: "주인이 그대로인 파티션은 몇 개이고, 불필요하게 옮겨지는 것은 몇 개인가?"
    case .whichGeneration: "그룹이 다시 안정되면 세대는 몇인가?"
    case .whatIsNotRead: "지금 아무도 읽지 않는 파티션은 무엇이고, 얼마나 되었는가?"
    case .whoPlans: "할당을 계산하는 것은 코디네이터인가, 멤버 가운데 하나인가?"
    case .whenRemoved: "코디네이터는 소식이 없는 멤버를 언제 제외하는가?"
    case .whereResumes: "다른 컨슈머가 이어받으면 파티션마다 어느 오프셋부터 읽는가?"
    case .whichOffsetsPartition: "이 그룹은 __consumer_offsets의 몇 번 파티션에 있는가?"
    case .whereLatestBegins: "auto.offset.reset이 latest라면 어디부터 읽는가?"
    case .howManyEach: "멤버마다 파티션을 몇 개씩 읽는가?"
    case .whoIsIdle: "아무것도 읽지 않는 멤버는 누구이고, 왜 그런가?"
    case .whichAssignor: "모든 멤버가 함께 가진 할당 전략은 무엇이고, 모두 멈추는가?"
    case .howLongUnread: "파티션이 읽히지 않는 시간은 모두 더해 얼마인가?"
    case .whoFails: "어느 프로세스가 계속하고, 어느 프로세스가 실패하는가?"
    }
  }

  func tell(_ answer: LessonAnswer) -> String {
    switch answer {
    case .readers(let readers):
      Sharing.shares(readers)
        .map { "\($0.slot?.letter ?? "아무도 없음"): \(terms.partitions($0.partitions))" }
        .joined(separator: "; ") + "."
    case .moves(let kept, let moved, let needless):
      "유지 \(kept)개, 이동 \(moved)개, 그중 불필요한 것 \(needless)개."
    case .generation(let after, nil): "세대 \(after.value)이다."
    case .generation(let after, let before?):
      after == before
        ? "그대로 세대 \(after.value)이다. 리밸런싱이 없다."
        : "세대 \(after.value)이다. 전에는 \(before.value)였다."
    case .notRead(let names, let ms):
      names.isEmpty
        ? "모든 파티션을 읽고 있다."
        : "\(terms.partitions(names)), \(terms.seconds(ms))째."
    case .plans(let slot):
      slot.map { "리더 \($0.letter), 곧 컨슈머 하나다. 코디네이터는 나눠 주기만 한다." }
        ?? "리더가 정해지면 그 컨슈머가 계산한다."
    case .removal(let slot, let ms):
      "\(slot.letter), \(terms.seconds(ms)) 뒤 세션이 끝날 때."
    case .nobodyIsRemoved: "없다. 모두 소식이 있다."
    case .offsetsPartition(let group, let number):
      "__consumer_offsets-\(number)이다. \(group)의 해시를 50으로 나눈 나머지다."
    case .begins(let list):
      "로그 끝부터라서 앞의 것은 읽지 않는다. "
        + list.map { "\(terms.partition($0.partition)) 오프셋 \($0.logEnd)" }
        .joined(separator: "; ") + "."
    case .resumes(let list): list.map(resume).joined(separator: "; ") + "."
    case .shares, .idle, .deals, .unread, .fails, .nobodyFails: tellMore(answer)
    }
  }

  private func tellMore(_ answer: LessonAnswer) -> String {
    switch answer {
    case .shares(let shares):
      shares.map { "\($0.slot.letter) \($0.count)개" }.joined(separator: ", ") + "."
    case .idle(let slots, let members, let partitions):
      slots.isEmpty
        ? "없다. 모두 읽고 있다."
        : "\(terms.list(slots)). 멤버 \(members)개, 파티션 \(partitions)개, 파티션마다 하나만 읽는다."
    case .deals(let assignor, let isEager):
      isEager
        ? "\(assignor), EAGER다. 리밸런싱마다 모두 전부 내려놓는다."
        : "\(assignor), COOPERATIVE다. 옮겨지는 것만 멈춘다."
    case .unread(let ms):
      ms == 0 ? "멈추지 않는다." : "\(TimeText.groupedTenths(ms: ms)) 파티션·초."
    case .fails(let slot, let error): "\(slot.letter.with(.subject)) \(error.description)로 실패한다."
    case .nobodyFails: "없다."
    default: ""
    }
  }

  func how(_ question: LessonQuestion) -> String {
    question == .whoReads ? "대문자로 추측하고 [ ]로 행을 고른다. Enter가 답이다." : "Enter가 답이다."
  }

  func score(_ right: Int, of guesses: Int) -> String { "\(guesses)개 중 \(right)개를 맞혔다." }

  private func resume(_ resume: LessonAnswer.Resume) -> String {
    let again = resume.position.map { max(0, $0 - resume.committed) } ?? 0
    return "\(terms.partition(resume.partition)) 오프셋 \(resume.committed.value)"
      + (again > 0 ? "(\(NumberWords.grouped(again))개를 다시)" : "")
  }
}
