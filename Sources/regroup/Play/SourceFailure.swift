import Feed

/// Why a live source shows nothing, or nothing new.
struct SourceFailure: Hashable, Sendable {
  /// One line: what and where.
  var text: String
  /// It will not pass, however long one waits.
  var isFinal: Bool
}

extension SourceFailure {
  /// What Python says where the clients of `--spawn` lack their library.
  private static func hint(_ detail: String) -> String {
    guard detail.contains("No module named 'confluent_kafka'") else { return "" }
    return " (pip install confluent-kafka, or --python with one that has it)"
  }

  /// What is wrong with a live source; nil where nothing is.
  init?(in picture: GroupPicture) {
    switch picture.health {
    case .fine: return nil
    case .connecting: self.init(text: "no broker has answered yet", isFinal: false)
    case .trouble(.noClient, let detail):
      self.init(
        text: "a client that was to run here has failed: \(detail)\(Self.hint(detail))",
        isFinal: false)
    case .trouble(let trouble, let detail):
      self.init(
        text: detail.isEmpty ? "the cluster: \(trouble)" : detail,
        isFinal: picture.isFinal(trouble))
    }
  }
}
