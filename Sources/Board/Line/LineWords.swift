import Feed
import KafkaModel
import Narration
import Screen

/// What the words of a line can be at this moment, and what they mean.
struct LineWords {
  let model: BoardModel
  let picture: GroupPicture

  init(_ model: BoardModel, _ picture: GroupPicture) {
    self.model = model
    self.picture = picture
  }

  /// Numbers and times have no list, but a form.
  func candidates(_ noun: TypedFault.Noun) -> [LineCandidate] {
    switch noun {
    case .command:
      CommandWord.allCases.filter { $0.works(model, picture) }
        .map { LineCandidate(text: $0.rawValue) }
    case .member: members
    case .topic: topics.map { LineCandidate(text: $0.text) }
    case .assignor: Assignors.all.map { LineCandidate(text: $0.name) }
    case .speed: Speed.all.map { LineCandidate(text: $0.number) }
    case .beat:
      beats.enumerated().map { LineCandidate(text: "\($0.offset + 1)", note: $0.element) }
    case .pane: Pane.allCases.map { LineCandidate(text: $0.name) }
    case .language:
      [LineCandidate(text: "en", note: "English"), LineCandidate(text: "ko", note: "한국어")]
    case .memberOrPartition:
      members + picture.partitions.map { LineCandidate(text: $0.partition.description) }
    case .producerAct: ProducerAct.allCases.map { LineCandidate(text: $0.rawValue) }
    case .holdPoint:
      (HoldPoint.allCases.map(\.rawValue) + [Self.off]).map { LineCandidate(text: $0) }
    case .records, .recordsPerSecond, .step, .time, .text: []
    }
  }

  /// What there is, in words for a fault.
  func offer(_ noun: TypedFault.Noun) -> [String] {
    switch noun {
    case .step: ["0-\(lastStep)"]
    case .recordsPerSecond: ["1-\(Self.mostRecords)"]
    case .records: ["1-\(ProducerAct.records.upperBound)"]
    case .time: ["0:24.0", "24.5", "0:00.0-\(TimeText.clock(ms: latestMs))"]
    default:
      candidates(noun).map { $0.note.isEmpty ? $0.text : "\($0.text) \($0.note)" }
    }
  }

  func value(_ word: String, _ noun: TypedFault.Noun) -> LineValue? {
    switch noun {
    case .member: member(word).map { .member($0) }
    case .memberOrPartition: member(word).map { .member($0) } ?? partition(word)
    case .topic: topics.first { $0.text == word }.map { .topic($0) }
    case .assignor: Assignors.named(word) == nil ? nil : .assignor(word)
    case .producerAct: ProducerAct(rawValue: word).map { .act($0) }
    case .holdPoint:
      word == Self.off ? .hold(nil) : HoldPoint(rawValue: word).map { .hold($0) }
    case .records: number(word, in: ProducerAct.records)
    case .recordsPerSecond: number(word, in: 1...Self.mostRecords)
    case .step: number(word, in: 0...lastStep)
    case .speed: Speed.all.first { $0.number == word || $0.text == word }.map { .speed($0) }
    case .beat: beat(word)
    case .time: LineTime.milliseconds(word).flatMap { $0 <= latestMs ? .time(ms: $0) : nil }
    case .pane: Pane(named: word).map { .pane($0) }
    case .language: word == "en" ? .language(.english) : word == "ko" ? .language(.korean) : nil
    case .text: .text(word)
    case .command: nil
    }
  }

  /// Letters with names, and the names themselves where one can type them.
  private var members: [LineCandidate] {
    picture.members.map {
      LineCandidate(text: $0.slot.letter, note: MemberNames.full($0.identity))
    }
  }

  /// By letter, or by a name that only one has.
  private func member(_ word: String) -> MemberSlot? {
    if let member = picture.members.first(where: { $0.slot.letter == word }) { return member.slot }
    let named = picture.members.filter {
      MemberNames.full($0.identity) == word || $0.identity.name == word
    }
    return named.count == 1 ? named[0].slot : nil
  }

  private func partition(_ word: String) -> LineValue? {
    picture.partitions.firstIndex { $0.partition.description == word }.map { .partition($0) }
  }

  /// In order of first sight, each once.
  private var topics: [TopicName] {
    picture.partitions.reduce(into: [TopicName]()) { topics, partition in
      if topics.last != partition.partition.topic, !topics.contains(partition.partition.topic) {
        topics.append(partition.partition.topic)
      }
    }
  }

  private func number(_ word: String, in range: ClosedRange<Int64>) -> LineValue? {
    Int64(word).flatMap { range.contains($0) ? .number($0) : nil }
  }

  /// Nothing is held.
  private static let off = "off"
  private static let mostRecords: Int64 = 1_000_000

  /// The script's last; where there is none, as far as one may look for it.
  private var lastStep: Int64 {
    let now = model.step ?? 0
    return Int64(max(now, model.steps ?? now + 100))
  }

  private var beats: [String] { model.caption?.beats.map { $0[model.language] } ?? [] }

  /// By number or by name, in any language.
  private func beat(_ word: String) -> LineValue? {
    if let number = Int(word) {
      return number >= 1 && number <= beats.count
        ? .beat(number - 1) : nil
    }
    return model.caption?.beats.firstIndex { $0.english == word || $0.korean == word }
      .map { .beat($0) }
  }

  /// A simulation is played up to there, key or no key: an hour at most. A recording stops at its
  /// end.
  private var latestMs: Int64 {
    model.capabilities.kind == .recording ? LineTime.latestMs : picture.timeMs + 3_600_000
  }
}
