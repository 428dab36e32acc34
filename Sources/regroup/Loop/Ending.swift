/// Why the screen was left; the exit status follows the shells' custom.
enum Ending: Int32, Hashable, Sendable {
  case quit = 0
  /// To what stands above it: a list that it was chosen from.
  case up = -1
  case hungUp = 129
  case interrupted = 130
  case terminated = 143
}
