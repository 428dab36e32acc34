/// Why a live source shows nothing, or nothing new.
struct SourceFailure: Hashable, Sendable {
  /// One line: what and where.
  var text: String
  /// It will not pass, however long one waits.
  var isFinal: Bool
}
