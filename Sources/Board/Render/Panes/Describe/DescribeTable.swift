import Feed
import KafkaModel
import Screen

/// What `kafka-consumer-groups.sh --describe` of Kafka 4.3 prints for the group at this moment
/// (`ConsumerGroupCommand.printOffsets`), then what it prints with `--members` and `--state`.
struct DescribeTable {
  struct Line {
    enum Kind { case command, message, header, row }
    var kind: Kind
    var text: String
  }

  private(set) var lines: [Line] = []
  /// Of the longest line.
  var width: Int { lines.reduce(0) { max($0, DisplayWidth.of($1.text)) } }

  private let picture: GroupPicture
  private let group: String

  /// Stands for what is not known (`MISSING_COLUMN_VALUE`).
  private static let missing = "-"

  init(_ picture: GroupPicture) {
    self.picture = picture
    group = picture.facts?.groupId.text ?? Self.missing
    addOffsets()
    addMembers()
    addState()
  }

  private mutating func addOffsets() {
    add(.command, "kafka-consumer-groups.sh --describe --group \(group)")
    let rows = offsetRows
    guard addMessage(rowCount: rows.count) else { return }
    let names = [
      "GROUP", "TOPIC", "PARTITION", "CURRENT-OFFSET", "LOG-END-OFFSET", "LAG", "CONSUMER-ID",
      "HOST", "CLIENT-ID",
    ]
    // CLIENT-ID comes last and is not padded; 10 for PARTITION cannot become more.
    addTable(names, rows, widths: [15, 15, 10, 15, 15, 15, 15, 15, 0], growing: [0, 1, 6, 7])
  }

  private mutating func addMembers() {
    add(.command, "kafka-consumer-groups.sh --describe --group \(group) --members")
    let seats = seats
    guard addMessage(rowCount: seats.count) else { return }
    let isStatic = picture.members.contains(where: \.isStatic)
    let names =
      ["GROUP", "CONSUMER-ID"] + (isStatic ? ["GROUP-INSTANCE-ID"] : [])
      + ["HOST", "CLIENT-ID", "#PARTITIONS"]
    let rows = seats.map { seat in
      [group, seat.id.text]
        + (isStatic ? [seat.member.identity.instanceId?.text ?? ""] : [])
        + [host(seat.member), seat.member.identity.clientId.text, "\(seat.partitions.count)"]
    }
    let widths = [15, 15] + (isStatic ? [17] : []) + [15, 15, 15]
    addTable(names, rows, widths: widths, growing: Array(0..<(names.count - 1)))
  }

  private mutating func addState() {
    add(.command, "kafka-consumer-groups.sh --describe --group \(group) --state")
    guard let state = picture.state, addMessage(rowCount: 1) else { return }
    let isStable = state == .stable
    let names = ["GROUP", "COORDINATOR (ID)", "ASSIGNMENT-STRATEGY", "STATE", "#MEMBERS"]
    let coordinator = picture.facts?.coordinator.map { "\(Self.missing)  (\($0))" }
    let strategy = isStable ? picture.facts?.assignors.first ?? "" : ""
    let row = [group, coordinator ?? Self.missing, strategy, state.rawValue, "\(seats.count)"]
    addTable(names, [row], widths: [25, 25, 20, 20, 0], growing: [0, 1])
  }

  private mutating func add(_ kind: Line.Kind, _ text: String) {
    if kind == .command, !lines.isEmpty { lines.append(Line(kind: .message, text: "")) }
    lines.append(Line(kind: kind, text: text))
  }

  /// The lines before a table; false where there is no table.
  private mutating func addMessage(rowCount: Int) -> Bool {
    switch picture.state {
    case nil, .dead:
      add(.message, "Error: Consumer group '\(group)' does not exist.")
      return false
    case .empty: add(.message, "Consumer group '\(group)' has no active members.")
    case .preparingRebalance, .completingRebalance:
      add(.message, "Warning: Consumer group '\(group)' is rebalancing.")
    case .stable: break
    }
    return rowCount > 0
  }

  private mutating func addTable(
    _ names: [String], _ rows: [[String]], widths: [Int], growing: [Int]
  ) {
    var widths = widths
    for column in growing {
      widths[column] = rows.reduce(widths[column]) { max($0, DisplayWidth.of($1[column])) }
    }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).map { ColumnText.left($0, width: $1) }.joined(separator: " ")
    }
    add(.header, line(names))
    for row in rows { add(.row, line(row)) }
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
  private var offsetRows: [[String]] {
    let busy = seats.filter { !$0.partitions.isEmpty }
    let order = busy.indices.sorted {
      let (a, b) = (busy[$0].partitions.count, busy[$1].partitions.count)
      return a == b ? $0 < $1 : a > b
    }
    var isTaken = picture.partitions.map { _ in false }
    var rows: [[String]] = []
    for seat in order.map({ busy[$0] }) {
      for partition in Self.sorted(seat.partitions) {
        guard let place = picture.place(of: partition) else { continue }
        isTaken[place] = true
        rows.append(row(place, seat))
      }
    }
    let free = picture.partitions.indices.filter {
      !isTaken[$0] && (picture.partitions[$0].committed?.value ?? -1) >= 0
    }
    for partition in Self.sorted(free.map { picture.partitions[$0].partition }) {
      if let place = picture.place(of: partition) { rows.append(row(place, nil)) }
    }
    return rows
  }

  private static func sorted(_ list: [TopicPartition]) -> [TopicPartition] {
    list.sorted { ($0.partition, $0.topic.text) < ($1.partition, $1.topic.text) }
  }

  private func row(_ place: Int, _ seat: Seat?) -> [String] {
    let partition = picture.partitions[place]
    let committed = partition.committed.flatMap { $0.value >= 0 ? "\($0)" : nil }
    let end = partition.logEnd(atMs: picture.timeMs).map { "\($0)" }
    let lag = partition.lag(atMs: picture.timeMs).map { "\($0)" }
    let numbers = [committed, end, lag].map { $0 ?? Self.missing }
    let consumer =
      seat.map { [$0.id.text, host($0.member), $0.member.identity.clientId.text] }
      ?? [Self.missing, Self.missing, Self.missing]
    return [group, partition.partition.topic.text, "\(partition.partition.partition)"]
      + numbers + consumer
  }

  /// Java prints an address with a slash before it.
  private func host(_ member: MemberPicture) -> String {
    let host = member.identity.host
    if host.isEmpty { return Self.missing }
    return host.utf8.first == UInt8(ascii: "/") ? host : "/\(host)"
  }
}
