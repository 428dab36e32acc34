import Feed
import KafkaModel
import Screen

/// What `kafka-consumer-groups.sh --describe` of Kafka 4.3 prints for the group at this moment
/// (`ConsumerGroupCommand.printOffsets`), then what it prints with `--members` and `--state`.
///
/// Written after the tool's newest source: it sorts rows by topic and partition, and has a column
/// for what is assigned only with `--verbose`.
struct DescribeTable {
  /// A command, what it prints before its table, and the table.
  struct Block {
    var command: String
    var message: String?
    /// Padded cells, the header's first; empty where there is no table.
    var rows: [[String]] = []
    /// Whose partition a row below the header is, in the table of partitions.
    var owners: [MemberSlot?] = []
    /// What the cells of each column take at most without their padding.
    var widths: [Int] = []

    var columns: Int { widths.count }

    /// The columns from one on that fit side by side; one at least.
    func shown(from first: Int, width: Int) -> Range<Int> {
      let first = max(0, min(first, columns - 1))
      guard let header = rows.first else { return 0..<0 }
      var end = first
      var used = 0
      while end < columns, end == first || used + widths[end] <= width {
        used += DisplayWidth.of(header[end]) + 1
        end += 1
      }
      return first..<end
    }
  }

  private(set) var blocks: [Block] = []
  /// Of the widest table.
  var columns: Int { blocks.reduce(1) { max($0, $1.columns) } }
  /// Of all, with a blank line between two blocks.
  var lineCount: Int {
    blocks.reduce(-1) { $0 + 2 + ($1.message == nil ? 0 : 1) + $1.rows.count }
  }

  private let picture: GroupPicture
  private let group: String

  /// Stands for what is not known (`MISSING_COLUMN_VALUE`).
  private static let missing = "-"

  private let filter: TextFilter
  /// Rows of all tables: those that a filter leaves, and all.
  private(set) var kept = 0
  private(set) var all = 0

  init(_ picture: GroupPicture, _ filter: TextFilter) {
    self.init(picture, filter, [.offsets(), .members(isVerbose: false), .state(isVerbose: false)])
  }

  /// The tables that are asked for.
  init(_ picture: GroupPicture, _ filter: TextFilter, _ kinds: [DescribeText.Kind]) {
    self.picture = picture
    self.filter = filter
    group = picture.facts?.groupId.text ?? Self.missing
    for kind in kinds {
      switch kind {
      case .offsets(let epochs): addOffsets(epochs)
      case .members(let isVerbose): addMembers(isVerbose)
      case .state(let isVerbose): addState(isVerbose)
      }
    }
  }

  private mutating func addOffsets(_ epochs: [Int32?]?) {
    blocks.append(Block(command: Self.command(group)))
    let rows = offsetRows(epochs)
    guard addMessage(rowCount: rows.count) else { return }
    let names =
      ["GROUP", "TOPIC", "PARTITION"] + (epochs == nil ? [] : ["LEADER-EPOCH"])
      + ["CURRENT-OFFSET", "LOG-END-OFFSET", "LAG", "CONSUMER-ID", "HOST", "CLIENT-ID"]
    // CLIENT-ID comes last and is not padded; 10 for PARTITION cannot become more.
    let more = epochs == nil ? 0 : 1
    addTable(
      names, rows.map(\.cells), owners: rows.map(\.owner),
      widths: [15, 15, 10] + Array(repeating: 15, count: 5 + more) + [0],
      growing: [0, 1, 6 + more, 7 + more])
  }

  private mutating func addMembers(_ isVerbose: Bool) {
    blocks.append(Block(command: Self.command(group) + " --members"))
    let seats = seats
    // The header stands also over no members.
    guard addMessage(rowCount: 1) else { return }
    let isStatic = seats.contains { $0.member.isStatic }
    let names =
      ["GROUP", "CONSUMER-ID"] + (isStatic ? ["GROUP-INSTANCE-ID"] : [])
      + ["HOST", "CLIENT-ID", "#PARTITIONS"] + (isVerbose ? Self.verboseNames : [])
    let rows = seats.map { seat in
      [group, seat.id.text]
        + (isStatic ? [seat.member.identity.instanceId?.text ?? ""] : [])
        + [host(seat.member), seat.member.identity.clientId.text, "\(seat.partitions.count)"]
        + (isVerbose ? [Self.missing, Self.list(seat.partitions), Self.missing, Self.missing] : [])
    }
    let count = isStatic ? 5 : 4
    let widths =
      [15, 15] + (isStatic ? [17] : []) + [15, 15, 15] + (isVerbose ? [15, 20, 15, 20] : [])
    addTable(
      names, rows, widths: widths, growing: Array(0..<count) + (isVerbose ? [count + 2] : []))
  }

  /// A classic group has no epochs and no target.
  private static let verboseNames = [
    "CURRENT-EPOCH", "CURRENT-ASSIGNMENT", "TARGET-EPOCH", "TARGET-ASSIGNMENT",
  ]

  /// `orders:0,1;payments:2` (`getAssignmentString`).
  private static func list(_ partitions: [TopicPartition]) -> String {
    if partitions.isEmpty { return missing }
    var parts: [String] = []
    var topic: TopicName?
    for partition in partitions.sorted() {
      if partition.topic == topic {
        parts[parts.count - 1] += ",\(partition.partition)"
      } else {
        topic = partition.topic
        parts.append("\(partition.topic.text):\(partition.partition)")
      }
    }
    return parts.joined(separator: ";")
  }

  private mutating func addState(_ isVerbose: Bool) {
    blocks.append(Block(command: Self.command(group) + " --state"))
    guard let state = picture.state, addMessage(rowCount: 1) else { return }
    let isStable = state == .stable
    // A classic group has neither epoch.
    let epochs = isVerbose ? ["GROUP-EPOCH", "TARGET-ASSIGNMENT-EPOCH"] : []
    let names =
      ["GROUP", "COORDINATOR (ID)", "ASSIGNMENT-STRATEGY", "STATE"] + epochs + ["#MEMBERS"]
    // Kafka has the address there, which not every feed tells.
    let address =
      picture.facts?.text(GroupFacts.coordinatorAddressKey)
      ?? picture.facts?.text(GroupFacts.listenersKey)
    let coordinator = picture.facts?.coordinator.map { "\(address ?? "broker \($0)")  (\($0))" }
    let strategy = isStable ? picture.facts?.assignors.first ?? Self.missing : Self.missing
    let row =
      [group, coordinator ?? Self.missing, strategy, state.rawValue]
      + epochs.map { _ in Self.missing } + ["\(seats.count)"]
    addTable(
      names, [row], widths: [15, 25, 20, 20] + (isVerbose ? [15, 25] : []) + [0], growing: [0, 1])
  }

  private static func command(_ group: String) -> String {
    "kafka-consumer-groups.sh --describe --group \(group)"
  }

  private mutating func say(_ message: String) { blocks[blocks.count - 1].message = message }

  /// The lines before a table; false where there is no table.
  private mutating func addMessage(rowCount: Int) -> Bool {
    switch picture.state {
    case nil, .dead:
      say("Error: Consumer group '\(group)' does not exist.")
      return false
    case .empty: say("Consumer group '\(group)' has no active members.")
    case .preparingRebalance, .completingRebalance:
      say("Warning: Consumer group '\(group)' is rebalancing.")
    case .stable: break
    }
    return rowCount > 0
  }

  private mutating func addTable(
    _ names: [String], _ rows: [[String]], owners: [MemberSlot?] = [], widths: [Int],
    growing: [Int]
  ) {
    var widths = widths
    all += rows.count
    let admitted = rows.indices.filter { filter.admits(rows[$0].joined(separator: " ")) }
    if !owners.isEmpty { blocks[blocks.count - 1].owners = admitted.map { owners[$0] } }
    let rows = admitted.map { rows[$0] }
    kept += rows.count
    for column in growing {
      widths[column] = rows.reduce(widths[column]) { max($0, DisplayWidth.of($1[column])) }
    }
    blocks[blocks.count - 1].rows = ([names] + rows).map { cells in
      zip(cells, widths).map { ColumnText.left($0, width: $1) }
    }
    blocks[blocks.count - 1].widths = names.indices.map { column in
      ([names] + rows).reduce(0) { max($0, DisplayWidth.of($1[column])) }
    }
  }
}

/// Who the coordinator says has what.
extension DescribeTable {
  /// A member by the id that the coordinator knows.
  private struct Seat {
    var id: MemberId
    var member: MemberPicture
    var partitions: [TopicPartition]
  }

  /// A slot may have two ids for a while: the former process's, until its session ends, and its
  /// own. The plan was made for the former one.
  private var seats: [Seat] {
    picture.members.flatMap { member -> [Seat] in
      let own = member.isMember ? member.memberId : nil
      let planned = picture.partitions.filter { $0.planned == .slot(member.slot) }
      let ids = [member.formerId, own].compactMap { $0 }
      return ids.enumerated().map { index, id in
        Seat(id: id, member: member, partitions: index == 0 ? planned.map(\.partition) : [])
      }
    }
  }

  /// In the group's plan order: who has most first, partitions by number; then those that only
  /// have a committed offset.
  private func offsetRows(_ epochs: [Int32?]?) -> [(cells: [String], owner: MemberSlot?)] {
    let busy = seats.filter { !$0.partitions.isEmpty }
    let order = busy.indices.sorted {
      let (a, b) = (busy[$0].partitions.count, busy[$1].partitions.count)
      return a == b ? $0 < $1 : a > b
    }
    var isTaken = picture.partitions.map { _ in false }
    var rows: [(cells: [String], owner: MemberSlot?)] = []
    for seat in order.map({ busy[$0] }) {
      for partition in Self.sorted(seat.partitions) {
        guard let place = picture.place(of: partition) else { continue }
        isTaken[place] = true
        rows.append((row(place, seat, epochs), seat.member.slot))
      }
    }
    let free = picture.partitions.indices.filter {
      !isTaken[$0] && (picture.partitions[$0].committed?.value ?? -1) >= 0
    }
    for partition in Self.sorted(free.map { picture.partitions[$0].partition }) {
      if let place = picture.place(of: partition) { rows.append((row(place, nil, epochs), nil)) }
    }
    return rows
  }

  private static func sorted(_ list: [TopicPartition]) -> [TopicPartition] {
    list.sorted()
  }

  private func row(_ place: Int, _ seat: Seat?, _ epochs: [Int32?]?) -> [String] {
    let partition = picture.partitions[place]
    let committed = partition.committed.flatMap { $0.value >= 0 ? "\($0)" : nil }
    let end = partition.logEnd(atMs: picture.timeMs).map { "\($0)" }
    // Where a log was cut off behind what is committed, the tool's lag is negative.
    let ends = (partition.committed, partition.logEnd(atMs: picture.timeMs))
    let lag = committed.flatMap { _ in ends.1.flatMap { end in ends.0.map { "\(end - $0)" } } }
    let numbers = [committed, end, lag].map { $0 ?? Self.missing }
    let consumer =
      seat.map { [$0.id.text, host($0.member), $0.member.identity.clientId.text] }
      ?? [Self.missing, Self.missing, Self.missing]
    let epoch = epochs.map { [$0.indices.contains(place) ? $0[place] : nil] } ?? []
    return [group, partition.partition.topic.text, "\(partition.partition.partition)"]
      + epoch.map { $0.map { "\($0)" } ?? Self.missing } + numbers + consumer
  }

  /// Java prints an address with a slash before it.
  private func host(_ member: MemberPicture) -> String {
    let host = member.identity.host
    if host.isEmpty { return Self.missing }
    return host.utf8.first == UInt8(ascii: "/") ? host : "/\(host)"
  }
}
