/// Why the program ends early, in one line that names what and where.
struct Failure: Error, Hashable, Sendable {
  var text: String
  var status: Int32

  /// The arguments ask for something that is not there.
  static func usage(_ text: String) -> Failure { Failure(text: text, status: 2) }

  /// What was asked for could not be done.
  static func failed(_ text: String) -> Failure { Failure(text: text, status: 1) }
}
