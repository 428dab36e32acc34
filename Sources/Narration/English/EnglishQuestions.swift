import Feed
import KafkaModel

/// Questions and answers in English.
struct EnglishQuestions: QuestionPhrasebook {
  let terms = EnglishTerms()

  let question = "Ask"
  let answer = "Answer"

  func ask(_ question: LessonQuestion) -> String {
    switch question {
    case .whoReads: "Who reads which partition once the group has settled again?"
    case .howManyMove: "How many partitions keep their owner, and how many move needlessly?"
    case .whichGeneration: "Which generation has the group once it has settled again?"
    case .whatIsNotRead: "Which partitions does nobody read now, and for how long?"
    case .whoPlans: "Who computes the plan: the coordinator, or one of the members?"
    case .whenRemoved: "When does the coordinator remove the one it hears nothing from?"
    case .whereResumes: "At which offset would another consumer go on with each partition?"
    case .whichOffsetsPartition: "In which partition of __consumer_offsets is the group?"
    case .whereLatestBegins: "And with auto.offset.reset=latest, where would it begin?"
    case .howManyEach: "How many partitions does each member read?"
    case .whoIsIdle: "Who reads nothing, and why?"
    case .whichAssignor: "Which assignor do all members have in common, and do all stop for it?"
    case .howLongUnread: "How long will partitions stand still, all together?"
    case .whoFails: "Which process goes on, and which one fails?"
    }
  }

  func tell(_ answer: LessonAnswer) -> String {
    switch answer {
    case .readers(let readers):
      Sharing.shares(readers)
        .map { "\($0.slot?.letter ?? "nobody"): \(terms.partitions($0.partitions))" }
        .joined(separator: "; ") + "."
    case .moves(let kept, let moved, let needless):
      "\(kept) kept, \(moved) moved, \(needless) of them needlessly."
    case .generation(let after, nil): "Generation \(after.value)."
    case .generation(let after, let before?):
      after == before
        ? "Still generation \(after.value): no rebalance."
        : "Generation \(after.value); it was \(before.value)."
    case .notRead(let names, let ms):
      names.isEmpty
        ? "All partitions are read."
        : "\(terms.subject(names)), for \(terms.seconds(ms))."
    case .plans(let slot):
      slot.map { "\($0.letter), the leader: a consumer. The coordinator only hands it out." }
        ?? "The leader, a consumer, as soon as there is one."
    case .removal(let slot, let ms): "\(slot.letter), in \(terms.seconds(ms)): its session ends."
    case .nobodyIsRemoved: "Nobody: it hears from all."
    case .offsetsPartition(let group, let number):
      "__consumer_offsets-\(number): the hash of \(group) modulo 50. Its leader coordinates."
    case .begins(let list):
      "At the log's end, so that what came before is not read: "
        + list.map { "\(terms.partition($0.partition)) at \($0.logEnd)" }.joined(separator: "; ")
        + "."
    case .resumes(let list): list.map(resume).joined(separator: "; ") + "."
    case .shares, .idle, .deals, .unread, .fails, .nobodyFails: tellMore(answer)
    }
  }

  private func tellMore(_ answer: LessonAnswer) -> String {
    switch answer {
    case .shares(let shares):
      shares.map { "\($0.slot.letter) \($0.count)" }.joined(separator: ", ") + "."
    case .idle(let slots, let members, let partitions):
      slots.isEmpty
        ? "Nobody: all read."
        : "\(terms.list(slots)): \(members) members, \(partitions) partitions, one reader each."
    case .deals(let assignor, let isEager):
      isEager
        ? "\(assignor), eager: all give up everything at each rebalance."
        : "\(assignor), cooperative: only what moves stops."
    case .unread(let ms):
      ms == 0 ? "Not at all." : "\(TimeText.groupedTenths(ms: ms)) partition-seconds."
    case .fails(let slot, let error): "\(slot.letter) fails with \(error.description)."
    case .nobodyFails: "None."
    default: ""
    }
  }

  func how(_ question: LessonQuestion) -> String {
    question == .whoReads
      ? "A capital letter is a guess, [ ] choose the row, Enter shows." : "Enter shows."
  }

  func score(_ right: Int, of guesses: Int) -> String { "\(right) of \(guesses) right." }

  private func resume(_ resume: LessonAnswer.Resume) -> String {
    let again = resume.position.map { max(0, $0 - resume.committed) } ?? 0
    return "\(terms.partition(resume.partition)) at \(resume.committed.value)"
      + (again > 0 ? " (\(terms.records(again)) again)" : "")
  }
}
