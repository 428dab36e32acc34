/// All lessons: the figures in the textbook's order, then the others.
public enum Lessons {
  /// In the order of the home screen.
  public static let catalogue = figures + basics

  public static let figures: [Lesson] = [
    threeConsumers, aConsumerDies, staticMembers, aStaticMemberStops, aStaticMemberStaysAway,
    rangeDeals, roundRobinDeals, stickyDeals, roundRobinAfterAFailure, stickyAfterAFailure,
    eagerStops, cooperativeMovesOne,
  ]

  /// What the textbook tells without a figure.
  public static let basics = [registration, offsets, practice, staticPractice]

  /// The lesson of a figure, by its number.
  public static func find(_ number: String) -> Lesson? {
    catalogue.first { $0.number == number }
  }
}
