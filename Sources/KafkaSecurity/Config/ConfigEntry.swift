/// A setting and where it was given.
public struct ConfigEntry: Hashable, Sendable {
  /// Where somebody has written it.
  public enum Place: Hashable, Sendable {
    case file(String, line: Int)
    /// `-X`.
    case argument
  }

  public var key: String
  public var value: String
  public var place: Place

  public init(key: String, value: String, place: Place) {
    self.key = key
    self.value = value
    self.place = place
  }

  /// For complaints: where and which, never the value.
  public var name: String {
    switch place {
    case .file(let path, let line): "\(path):\(line): \(key)"
    case .argument: "-X \(key)"
    }
  }

  func fault(_ reason: String) -> SecurityFault { SecurityFault("\(name): \(reason)") }

  /// Kafka's own reading of a file for `--command-config`.
  public static func all(
    inFile path: String, _ surroundings: Surroundings
  ) throws(SecurityFault) -> [ConfigEntry] {
    let text = try surroundings.text(ofFile: path)
    return Properties.lines(text).map {
      ConfigEntry(key: $0.key, value: $0.value, place: .file(path, line: $0.line))
    }
  }
}
