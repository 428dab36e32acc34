/// One of Kafka's settings on the command line: `-X session.timeout.ms=6000`.
struct SettingArgument: Hashable, Sendable {
  var key: String
  var value: String

  init(key: String, value: String) {
    self.key = key
    self.value = value
  }

  init?(_ text: String) {
    guard let mark = text.firstIndex(of: "="), mark != text.startIndex else { return nil }
    key = String(text[..<mark])
    value = String(text[text.index(after: mark)...])
  }
}
