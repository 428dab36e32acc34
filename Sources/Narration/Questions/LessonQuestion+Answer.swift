import Feed
import KafkaModel

extension LessonQuestion {
  /// The answer that the pictures give.
  ///
  /// - Parameter later: the picture once the group has settled again, where that is known.
  /// - Returns: nil where the pictures do not tell.
  public func answer(now: GroupPicture, later: GroupPicture?) -> LessonAnswer? {
    switch self {
    case .whoReads: later.map { .readers(Self.readers($0)) }
    case .howManyMove: later.flatMap(Self.moves)
    case .whichGeneration:
      later?.generation.map {
        .generation($0, before: now.state == .completingRebalance ? nil : now.generation)
      }
    case .whatIsNotRead: Self.notRead(now)
    case .whoPlans: .plans(now.leader)
    case .whenRemoved: Self.removal(now)
    case .whereResumes: Self.resumes(now)
    case .whichOffsetsPartition:
      now.facts.map { .offsetsPartition($0.groupId, $0.groupId.offsetsPartition()) }
    case .whereLatestBegins: Self.begins(now)
    case .howManyEach: Self.shares(now)
    case .whoIsIdle: Self.idle(now)
    case .whichAssignor: Self.deals(now)
    case .howLongUnread: later.map { .unread(partitionMs: RebalanceCost($0)?.notReadMs ?? 0) }
    case .whoFails: later.map(Self.fails)
    }
  }

  /// Whether it is still worth asking: nobody waits for a removal that has come. That heartbeats
  /// alone keep a member is an answer only while somebody is there whom they keep.
  public func isOpen(_ now: GroupPicture) -> Bool {
    guard self == .whenRemoved, Self.removal(now) == .nobodyIsRemoved else { return true }
    return now.members.contains { $0.isMember && !$0.isPolling }
      || now.state == .stable && !now.members.contains(where: \.isOut)
  }

  private static func shares(_ picture: GroupPicture) -> LessonAnswer {
    .shares(
      picture.members.filter(\.isMember).map { LessonAnswer.Share(slot: $0.slot, count: $0.reads) })
  }

  private static func idle(_ picture: GroupPicture) -> LessonAnswer {
    let members = picture.members.filter(\.isMember)
    return .idle(
      members.filter { $0.reads == 0 && $0.canRead }.map(\.slot), members: members.count,
      partitions: picture.partitions.count)
  }

  private static func deals(_ picture: GroupPicture) -> LessonAnswer? {
    guard let facts = picture.facts, let assignor = facts.assignors.first else { return nil }
    return .deals(assignor: assignor, isEager: !facts.isCooperative)
  }

  private static func fails(_ picture: GroupPicture) -> LessonAnswer {
    let failed = picture.members.first { $0.doing == .failed && $0.isRunning }
    guard let failed, let error = failed.failure else { return .nobodyFails }
    return .fails(failed.slot, error)
  }

  private static func readers(_ picture: GroupPicture) -> [LessonAnswer.Reader] {
    picture.partitions.map {
      LessonAnswer.Reader(partition: picture.name(of: $0.partition), slot: $0.shownOwner)
    }
  }

  private static func moves(_ picture: GroupPicture) -> LessonAnswer? {
    guard let cost = RebalanceCost(picture), let kept = cost.kept, let moved = cost.moved,
      let needless = cost.needless
    else { return nil }
    return .moves(kept: kept, moved: moved, needless: needless)
  }

  private static func notRead(_ picture: GroupPicture) -> LessonAnswer {
    let unread = picture.partitions.filter { $0.notReadSinceMs != nil }
    let sinceMs = unread.compactMap(\.notReadSinceMs).min() ?? picture.timeMs
    return .notRead(
      unread.map { picture.name(of: $0.partition) }, forMs: picture.timeMs - sinceMs)
  }

  /// Whose session ends first of those that are silent.
  private static func removal(_ picture: GroupPicture) -> LessonAnswer {
    let silent = picture.members.filter { $0.isGone || $0.isMember && !$0.isConnected }
    let due = silent.compactMap { member in member.sessionDueMs.map { (member.slot, $0) } }
    guard let first = due.min(by: { $0.1 < $1.1 }) else { return .nobodyIsRemoved }
    return .removal(first.0, inMs: max(0, first.1 - picture.timeMs))
  }

  private static func begins(_ picture: GroupPicture) -> LessonAnswer? {
    let known = picture.partitions.compactMap { partition in
      partition.logEnd(atMs: picture.timeMs).map {
        LessonAnswer.Begin(partition: picture.name(of: partition.partition), logEnd: $0)
      }
    }
    return known.isEmpty ? nil : .begins(known)
  }

  private static func resumes(_ picture: GroupPicture) -> LessonAnswer? {
    let known = picture.partitions.compactMap { partition in
      partition.committed.map {
        LessonAnswer.Resume(
          partition: picture.name(of: partition.partition), committed: $0,
          position: partition.position)
      }
    }
    return known.isEmpty ? nil : .resumes(known)
  }
}
