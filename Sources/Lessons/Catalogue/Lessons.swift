/// All lessons: the textbook's figures in its order, what it tells without one, the surprises.
public enum Lessons {
  /// In the order of the home screen.
  public static let catalogue = figures + basics + transactions + surprises

  public static let figures: [Lesson] = [
    threeConsumers, aConsumerDies, staticMembers, aStaticMemberStops, aStaticMemberStaysAway,
    rangeDeals, roundRobinDeals, stickyDeals, roundRobinAfterAFailure, stickyAfterAFailure,
    eagerStops, cooperativeMovesOne,
  ]

  /// What the textbook tells without a figure.
  public static let basics = [registration, offsets, practice, staticPractice]

  /// The chapter's last section: exactly once.
  public static let transactions = [
    committedAndAborted, openTransaction, atLeastOnce, exactlyOnce, zombieFenced,
    transactionTimeout, readCommittedAlone,
  ]

  private static let surprises: [Lesson] = [
    killAgainstClose, idleMember, skewedTopics, shuffledNumbers, duplicateInstance, slowPoller,
    threeClocks, rollingDynamic, rollingStatic, twoBounces,
  ]

  /// The lesson of a figure by its number, any other by its name.
  public static func find(_ number: String) -> Lesson? {
    catalogue.first { $0.number == number }
  }
}
