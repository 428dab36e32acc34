/// A question to the class. Its answer is computed from what the group does, never written down.
public enum LessonQuestion: Hashable, Sendable, CaseIterable {
  /// Who reads which partition once the group has settled again?
  case whoReads
  /// How many partitions keep their owner then, and how many move needlessly?
  case howManyMove
  /// Which generation does the group have then?
  case whichGeneration
  /// Which partitions does nobody read now?
  case whatIsNotRead
  /// Who computes the plan?
  case whoPlans
  /// When does the coordinator remove whom it hears nothing from?
  case whenRemoved
  /// At which offset would another consumer go on with each partition?
  case whereResumes
  /// With which partition of `__consumer_offsets` does the group live?
  case whichOffsetsPartition
  /// Where would a group without commits begin, by `auto.offset.reset`?
  case whereLatestBegins
  /// How many partitions has each member now?
  case howManyEach
  /// Who has nothing to read now?
  case whoIsIdle
  /// By which assignor is dealt now, and do all stop for it?
  case whichAssignor
  /// How long will partitions not be read, all together?
  case howLongUnread
  /// Which process fails?
  case whoFails
}

extension LessonQuestion {
  /// Whether the picture of now is not enough to answer it.
  public var isAboutLater: Bool {
    switch self {
    case .whoReads, .howManyMove, .whichGeneration, .howLongUnread, .whoFails: true
    case .whatIsNotRead, .whoPlans, .whenRemoved, .whereResumes, .howManyEach, .whoIsIdle,
      .whichAssignor, .whichOffsetsPartition, .whereLatestBegins:
      false
    }
  }
}
