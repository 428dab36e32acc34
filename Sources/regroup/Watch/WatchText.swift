import Feed
import KafkaModel
import Narration
import Screen

/// A group at one moment as lines: the group, its members, what nobody has, and the three lines.
struct WatchText {
  private let play: Play
  private let language: Language
  private var picture: GroupPicture { play.source.picture }

  init(_ play: Play, _ language: Language) {
    self.play = play
    self.language = language
  }

  var lines: [String] {
    [heading] + members.map { "  \($0)" } + unowned.map { "  \($0)" } + story
  }

  private var book: any WatchPhrasebook { language.watch }

  private var heading: String {
    let facts = picture.facts
    var parts = [picture.state?.rawValue ?? "?"]
    if let assignor = facts?.assignors.first { parts.append(language.figure.strategy(assignor)) }
    if let type = facts?.text(GroupFacts.protocolTypeKey) { parts.append(type) }
    if let coordinator = facts?.coordinator {
      let address = facts?.text(GroupFacts.coordinatorAddressKey).map { " (\($0))" } ?? ""
      parts.append(language.figure.coordinator(coordinator) + address)
    }
    let count = picture.members.count(where: \.isMember)
    parts.append(book.count(members: count, partitions: picture.partitions.count))
    return "\(facts?.groupId.text ?? "")  " + parts.joined(separator: " · ")
  }

  private var members: [String] {
    let present = picture.members.filter(\.isMember)
    let width = present.reduce(0) { max($0, DisplayWidth.of($1.identity.name)) }
    return present.map { member in
      let places = picture.partitions.indices.filter {
        picture.partitions[$0].planned == .slot(member.slot)
      }
      let name = ColumnText.left(member.identity.name, width: width)
      let host = member.identity.host
      let text = "\(member.slot.letter)  \(name)  \(host)  "
      if places.isEmpty {
        let isKnown = picture.partitions.contains { $0.planned != .unknown }
        return text + (isKnown ? book.ownsNothing : book.notKnown)
      }
      return text + "\(names(places))  \(book.lag(lag(places)))"
    }
  }

  /// Partitions that no plan gives to anybody.
  private var unowned: [String] {
    let free = picture.partitions.indices.filter {
      picture.partitions[$0].planned == .nobody || picture.partitions[$0].planned == .unknown
    }
    return free.isEmpty ? [] : ["-  \(book.nobody)  \(names(free))  \(book.lag(lag(free)))"]
  }

  /// nil where the lag of one of them is not known: a sum of the others would be wrong.
  private func lag(_ places: [Int]) -> Int64? {
    var sum: Int64 = 0
    for place in places {
      guard let lag = picture.partitions[place].lag(atMs: picture.timeMs) else { return nil }
      sum += lag
    }
    return sum
  }

  private func names(_ places: [Int]) -> String {
    var topics: [(name: TopicName, numbers: [Int32])] = []
    for place in places {
      let partition = picture.partitions[place].partition
      if let at = topics.firstIndex(where: { $0.name == partition.topic }) {
        topics[at].numbers.append(partition.partition)
      } else {
        topics.append((partition.topic, [partition.partition]))
      }
    }
    return topics.map { "\($0.name)(\(Self.ranges($0.numbers.sorted())))" }.joined(separator: " ")
  }

  /// `0-3,7`.
  static func ranges(_ numbers: [Int32]) -> String {
    var runs: [ClosedRange<Int32>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number - 1 {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }

  private var story: [String] {
    let story = Narrator.story(picture, play.source.timeline, play.source.capabilities)
    let text = story.text(in: language)
    let figure = language.figure
    let rows = [
      (figure.why, text.why, story.evidence?.why), (figure.cost, text.cost, story.evidence?.cost),
      (figure.next, text.next, story.evidence?.next),
    ]
    return rows.map { label, phrase, evidence in
      let mark = evidence.map { "  (\(book.evidence($0)))" } ?? ""
      return "  \(ColumnLabel.padded(label)) \(phrase.text)\(mark)"
    }
  }
}
