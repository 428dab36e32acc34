/// Where a lesson stands in the list of all.
public enum LessonSection: Hashable, Sendable, CaseIterable {
  /// The textbook's figures.
  case figures
  /// What happens otherwise than most people think.
  case surprises
}
