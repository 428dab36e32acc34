/// The command line in English.
struct EnglishLine: LinePhrasebook {
  var commandHint: String { "Tab lists commands · ↑ earlier ones · Esc leaves" }
  var filterHint: String { "keeps what contains a text · Enter keeps it · Esc shows all" }

  func fault(_ fault: TypedFault) -> String {
    switch fault {
    case .unknown(.records, let typed, let there),
      .unknown(.recordsPerSecond, let typed, let there):
      "\(typed): \(range(there))"
    case .unknown(let noun, let typed, let there):
      "\(typed): no such \(name(noun)); \(offer(there))"
    case .missing(let noun, let word, let there):
      "\(word): which \(name(noun))? \(offer(there))"
    case .tooMuch(let typed, let word): "\(word) takes nothing more: \(typed) is too much"
    }
  }

  /// Of `1-10000`.
  private func range(_ there: [String]) -> String {
    let ends = there.first?.split(separator: "-") ?? []
    return ends.count == 2 ? "a number from \(ends[0]) to \(ends[1])" : offer(there)
  }

  private func offer(_ there: [String]) -> String {
    there.isEmpty ? "there is none" : "there is " + there.joined(separator: ", ")
  }

  private func name(_ noun: TypedFault.Noun) -> String {
    switch noun {
    case .command: "command"
    case .member: "member"
    case .topic: "topic"
    case .assignor: "assignor"
    case .recordsPerSecond: "number of records a second"
    case .speed: "speed"
    case .step: "step"
    case .beat: "beat"
    case .time: "time"
    case .pane: "pane"
    case .language: "language"
    case .memberOrPartition: "member or partition"
    case .text: "text"
    case .producerAct: "act of a producer"
    case .records: "number of records"
    case .holdPoint: "kind of answer"
    }
  }
}
