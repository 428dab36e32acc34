/// All lessons: the textbook's figures in its order, then the surprises.
public enum Lessons {
  public static let catalogue = figures + surprises

  private static let figures: [Lesson] = [
    threeConsumers, aConsumerDies, staticMembers, aStaticMemberStops, aStaticMemberStaysAway,
    rangeDeals, roundRobinDeals, stickyDeals, roundRobinAfterAFailure, stickyAfterAFailure,
    eagerStops, cooperativeMovesOne,
  ]

  private static let surprises: [Lesson] = [
    killAgainstClose, idleMember, skewedTopics, shuffledNumbers, duplicateInstance, slowPoller,
    threeClocks, rollingDynamic, rollingStatic, twoBounces,
  ]

  /// The lesson of a figure or a surprise, by its number or name.
  public static func find(_ number: String) -> Lesson? {
    catalogue.first { $0.number == number }
  }
}
