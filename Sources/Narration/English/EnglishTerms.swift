import Feed
import KafkaModel

/// How English names members, partitions and times inside of sentences.
struct EnglishTerms {
  func who(_ who: Who) -> String {
    switch who {
    case .slot(let slot): slot.letter
    case .other: "another member"
    }
  }

  /// The same at the start of a sentence. Letters stay: `a` is not `A`.
  func subject(_ who: Who) -> String { who == .other ? "Another member" : self.who(who) }

  func list(_ slots: [MemberSlot]) -> String { list(slots.map(\.letter)) }

  /// `A`, `A and B`, `A, B and C`; more than five are counted.
  func list(_ names: [String]) -> String {
    if names.count > 5 {
      return names.prefix(3).joined(separator: ", ") + " and \(names.count - 3) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  func partition(_ name: PartitionName) -> String {
    switch name {
    case .number(let number): "partition \(number)"
    case .full(let partition): partition.description
    }
  }

  func partitions(_ names: [PartitionName]) -> String {
    if names.isEmpty { return "nothing" }
    let plain = names.map { name in
      switch name {
      case .number(let number): "\(number)"
      case .full(let partition): partition.description
      }
    }
    guard case .number = names[0] else { return list(plain) }
    return (names.count == 1 ? "partition " : "partitions ") + list(plain)
  }

  /// The same at the start of a sentence; a topic's name stays as it is.
  func subject(_ names: [PartitionName]) -> String {
    guard case .number? = names.first else { return partitions(names) }
    return "P" + partitions(names).dropFirst()
  }

  func seconds(_ ms: Int64) -> String { TimeText.tenths(ms: ms) + " s" }

  func setting(_ ms: Int64) -> String { TimeText.setting(ms: ms, minutes: " min", seconds: " s") }

  /// ` (10 s)`, or nothing where it is not known.
  func limit(_ ms: Int64?) -> String { ms.map { " (\(setting($0)))" } ?? "" }

  func records(_ count: Int64) -> String {
    count == 1 ? "1 record" : "\(NumberWords.grouped(count)) records"
  }
}
