import Feed
import KafkaModel
import Narration

/// The rows of the messages pane, oldest first: messages, what is waited for, and runs of what
/// comes all the time folded into one row.
struct MessageRows {
  enum Content {
    case message(MemberSlot, GroupMessage)
    /// Heartbeats and commits that were answered without an error: how many of each, and the last.
    case routine([(api: ApiKey, count: Int)], MemberSlot, GroupMessage)
    /// A member's first Fetch of partitions, each from an offset.
    case firstFetch(MemberSlot, [GroupMessage.PartitionMark])
    /// An answer that came a while after its request.
    case waited(MemberSlot, ms: Int64)
    /// What the coordinator holds an answer back for.
    case waiting
  }

  struct Row {
    var timeMs: Int64?
    var content: Content

    /// What can be opened, and whose it is.
    var message: (slot: MemberSlot, message: GroupMessage)? {
      switch content {
      case .message(let slot, let message), .routine(_, let slot, let message): (slot, message)
      case .firstFetch, .waited, .waiting: nil
      }
    }
  }

  private(set) var rows: [Row] = []
  /// The present: the last row that is not to come. -1 where all are.
  private(set) var current = -1
  /// Rows before a filter.
  private(set) var all = 0
  private let back: Int

  /// Shorter runs keep a row for each message.
  private static let fold = 5
  /// A wait of that length has a row.
  private static let longMs: Int64 = 1000

  init(_ model: BoardModel, _ view: FeedView) {
    back = model.messageBack
    let now = view.picture.timeMs
    add(view.traffic.filter { $0.timeMs <= now }, keeping: model.selectedMember)
    if Self.isWaiting(view.picture, rows, model.selectedMember) {
      rows.append(Row(timeMs: nil, content: .waiting))
    }
    current = rows.count - 1
    add(view.coming, keeping: model.selectedMember)
    all = rows.count
    filter(model, view.picture)
  }

  /// What is waited for has no words of its own, and goes.
  private mutating func filter(_ model: BoardModel, _ picture: GroupPicture) {
    let filter = TextFilter(model)
    if filter.isOff { return }
    let keeps = rows.map { row in
      guard let (slot, message) = row.message else { return false }
      let who =
        picture.members.indices.contains(slot.index)
        ? MemberNames.full(picture[slot].identity) : ""
      let text = Narrator.line(message, picture, in: model.language)
      return filter.admits("\(slot.letter) \(who) \(text)")
    }
    current = keeps.prefix(current + 1).count { $0 } - 1
    rows = zip(rows, keeps).filter(\.1).map(\.0)
  }

  var selectedIndex: Int { max(0, min(rows.count - 1, current - back)) }
  var selected: Row? { rows.isEmpty ? nil : rows[selectedIndex] }

  private mutating func add(_ events: [TimedEvent], keeping kept: MemberSlot?) {
    var run: [(TimedEvent, MemberSlot, GroupMessage)] = []
    for timed in events {
      if case .readingStarted(let slot, let partition, let offset) = timed.event {
        guard kept == nil || kept == slot else { continue }
        close(&run)
        addFetch(timed.timeMs, slot, GroupMessage.PartitionMark(partition, offset))
        continue
      }
      guard case .message(let slot, let message) = timed.event, kept == nil || kept == slot else {
        continue
      }
      if message.isRoutine {
        run.append((timed, slot, message))
      } else {
        close(&run)
        addWaited(timed, slot, message)
        rows.append(Row(timeMs: timed.timeMs, content: .message(slot, message)))
      }
    }
    close(&run)
  }

  private mutating func close(_ run: inout [(TimedEvent, MemberSlot, GroupMessage)]) {
    defer { run = [] }
    guard let (last, slot, message) = run.last, run.count >= Self.fold else {
      rows += run.map { Row(timeMs: $0.0.timeMs, content: .message($0.1, $0.2)) }
      return
    }
    let counts = [ApiKey.heartbeat, .offsetCommit].map { api in
      (api: api, count: run.count { $0.2.api == api && $0.2.way == .request })
    }
    rows.append(
      Row(
        timeMs: last.timeMs,
        content: .routine(counts.filter { $0.count > 0 }, slot, message)))
  }

  /// One row for those that begin at once.
  private mutating func addFetch(
    _ timeMs: Int64, _ slot: MemberSlot, _ mark: GroupMessage.PartitionMark
  ) {
    if let last = rows.last, last.timeMs == timeMs,
      case .firstFetch(slot, let marks) = last.content
    {
      rows[rows.count - 1].content = .firstFetch(slot, marks + [mark])
    } else {
      rows.append(Row(timeMs: timeMs, content: .firstFetch(slot, [mark])))
    }
  }

  /// The row of a long wait stands before the answer that ended it.
  private mutating func addWaited(
    _ timed: TimedEvent, _ slot: MemberSlot, _ message: GroupMessage
  ) {
    guard message.way == .response, message.api == .joinGroup || message.api == .syncGroup,
      let asked = lastRequest(slot, message.api), timed.timeMs - asked >= Self.longMs
    else { return }
    rows.append(Row(timeMs: nil, content: .waited(slot, ms: timed.timeMs - asked)))
  }

  private func lastRequest(_ slot: MemberSlot, _ api: ApiKey) -> Int64? {
    let row = rows.last { row in
      guard case .message(slot, let message) = row.content else { return false }
      return message.api == api
    }
    guard case .message(_, let message)? = row?.content, message.way == .request else {
      return nil
    }
    return row?.timeMs
  }

  /// The coordinator holds somebody's JoinGroup or SyncGroup.
  private static func isWaiting(
    _ picture: GroupPicture, _ rows: [Row], _ kept: MemberSlot?
  ) -> Bool {
    let members = picture.members.filter { kept == nil || $0.slot == kept }
    switch picture.state {
    case .preparingRebalance: return members.contains { $0.hasJoined && $0.isRunning }
    case .completingRebalance: return members.contains { $0.doing == .syncing && $0.isRunning }
    default: return false
    }
  }
}
