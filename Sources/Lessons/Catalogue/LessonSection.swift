/// Where a lesson stands in the list of all.
public enum LessonSection: Hashable, Sendable, CaseIterable {
  /// The textbook's figures.
  case figures
  /// What it tells without a figure.
  case basics
  /// Transactions, and what they are for: exactly once.
  case transactions
  /// What happens otherwise than most people think.
  case surprises
}
