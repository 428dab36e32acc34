/// All lessons, in the textbook's order.
public enum Lessons {
  public static let catalogue: [Lesson] = [
    threeConsumers, aConsumerDies, staticMembers, aStaticMemberStops, aStaticMemberStaysAway,
    rangeDeals, roundRobinDeals, stickyDeals, roundRobinAfterAFailure, stickyAfterAFailure,
    eagerStops, cooperativeMovesOne,
  ]

  /// The lesson of a figure, by its number.
  public static func find(_ number: String) -> Lesson? {
    catalogue.first { $0.number == number }
  }
}
