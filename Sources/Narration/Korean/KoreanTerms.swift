import Feed
import KafkaModel

/// How Korean names members, partitions and times inside of sentences.
struct KoreanTerms {
  func who(_ who: Who) -> String {
    switch who {
    case .slot(let slot): slot.letter
    case .other: "다른 멤버"
    }
  }

  func list(_ slots: [MemberSlot]) -> String { list(slots.map(\.letter)) }

  /// `A`, `A와 B`, `A, B와 C`; more than five are counted.
  func list(_ names: [String]) -> String {
    if names.count > 5 {
      return names.prefix(3).joined(separator: ", ") + " 외 \(names.count - 3)개"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let before = names.dropLast()
    return before.joined(separator: ", ").with(.with) + " " + last
  }

  func partition(_ name: PartitionName) -> String {
    switch name {
    case .number(let number): "파티션 \(number)"
    case .full(let partition): partition.description
    }
  }

  func partitions(_ names: [PartitionName]) -> String {
    let plain = names.map { name in
      switch name {
      case .number(let number): "\(number)"
      case .full(let partition): partition.description
      }
    }
    guard let first = names.first, case .number = first else { return list(plain) }
    return "파티션 " + list(plain)
  }

  func seconds(_ ms: Int64) -> String { TimeText.tenths(ms: ms) + "초" }

  func setting(_ ms: Int64) -> String { TimeText.setting(ms: ms, minutes: "분", seconds: "초") }

  /// `(10초)`, or nothing where it is not known.
  func limit(_ ms: Int64?) -> String { ms.map { "(\(setting($0)))" } ?? "" }
}
