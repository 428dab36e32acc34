import ArgumentParser
import Board

/// Turns the text of an argument into a value, or into a complaint that says what is possible.
enum Arguments {
  static func time(_ text: String) throws -> Int64 {
    guard let ms = TimeArgument.milliseconds(text) else {
      throw ValidationError("it must be \(TimeArgument.form), at most 24h")
    }
    return ms
  }

  /// A time with limits of its own, which are named whatever is wrong.
  static func time(_ limits: TimeLimits) -> @Sendable (String) throws -> Int64 {
    { text in
      guard let ms = TimeArgument.milliseconds(text), limits.ms.contains(ms) else {
        throw ValidationError("it must be \(TimeArgument.form), from \(limits.text)")
      }
      return ms
    }
  }

  static func size(_ text: String) throws -> SizeArgument {
    guard let size = SizeArgument(text) else {
      throw ValidationError("it must be \(SizeArgument.form)")
    }
    return size
  }

  static func pane(_ text: String) throws -> Pane {
    guard let pane = Pane(named: text) else {
      let names = Pane.allCases.map(\.name).sorted().joined(separator: ", ")
      throw ValidationError("it must be one of \(names)")
    }
    return pane
  }

  static func seed(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text) else {
      throw ValidationError("it must be a whole number from 0 to \(UInt64.max)")
    }
    return seed
  }

  /// A whole number; its range is only named here, and checked where the options are.
  static func count(_ least: Int, _ most: Int) -> @Sendable (String) throws -> Int {
    { text in Int(try rate(Int64(least), Int64(most))(text)) }
  }

  static func rate(_ least: Int64, _ most: Int64) -> @Sendable (String) throws -> Int64 {
    { text in
      guard let number = Int64(text) else {
        throw ValidationError("it must be a whole number from \(least) to \(most)")
      }
      return number
    }
  }

  /// `T:P`, split at the last colon.
  static func topic(_ text: String) throws -> TopicArgument {
    guard let topic = TopicArgument(text) else {
      throw ValidationError("it must be \(TopicArgument.form)")
    }
    return topic
  }

  static func range(_ text: String) throws -> ClosedRange<Int64> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first.flatMap({ Int64($0) }),
      let last = parts.last.flatMap({ Int64($0) }), parts.count <= 2, first <= last
    else { throw ValidationError("it must be A-B in milliseconds, such as 5-20") }
    return first...last
  }

  /// `key=value`.
  static func setting(_ text: String) throws -> SettingArgument {
    guard let setting = SettingArgument(text) else {
      throw ValidationError("it must be key=value, such as session.timeout.ms=6000")
    }
    return setting
  }
}
