import Feed

/// Why a live source shows nothing, or nothing new.
struct SourceFailure: Hashable, Sendable {
  /// One line: what and where.
  var text: String
  /// It will not pass, however long one waits.
  var isFinal: Bool
}

extension SourceFailure {
  /// What is wrong with a live source; nil where nothing is.
  init?(in picture: GroupPicture) {
    switch picture.health {
    case .fine: return nil
    case .connecting: self.init(text: "no broker has answered yet", isFinal: false)
    case .trouble(.noClient, let detail):
      self.init(text: "a client that was to run here has failed: \(detail)", isFinal: false)
    case .trouble(let trouble, let detail):
      self.init(
        text: detail.isEmpty ? "the cluster: \(trouble)" : detail,
        isFinal: picture.isFinal(trouble))
    }
  }
}
