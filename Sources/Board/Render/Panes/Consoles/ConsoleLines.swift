import Feed
import KafkaModel
import Screen

/// What the book's programs print, in lines of a width; only those are made that are shown.
struct ConsoleLines {
  struct Line {
    var text: String
    var role = Role.text
  }

  private let picture: GroupPicture
  private let width: Int

  init(_ picture: GroupPicture, width: Int) {
    self.picture = picture
    self.width = width
  }

  private static let valueWidth = 30

  /// What the coordinator knows of a client whose terminal is not seen.
  func client(_ member: MemberPicture) -> [Line] {
    let identity = member.identity
    let facts =
      ([
        ("client.id", identity.clientId.text), ("host", identity.host),
        ("group.instance.id", identity.instanceId?.text ?? ""),
        ("member id", member.memberId?.text ?? ""),
      ] + Self.told(member.terms)).filter { !$0.1.isEmpty }
    let column = facts.reduce(0) { max($0, $1.0.count) } + 2
    if width >= column + Self.valueWidth {
      return facts.map {
        Line(text: ColumnText.cut(ColumnText.left($0.0, width: column) + $0.1, width: width))
      }
    }
    return facts.flatMap { key, value in
      [Line(text: key, role: .quiet), Line(text: "  " + ColumnText.cut(value, width: width - 2))]
    }
  }

  /// What it has told of itself when it joined; an answer about the group tells none of it.
  private static func told(_ terms: MemberTerms?) -> [(String, String)] {
    guard let terms else { return [] }
    return [
      ("client.software.name", terms.software),
      ("partition.assignment.strategy", terms.assignors.joined(separator: ",")),
      ("session.timeout.ms", "\(terms.sessionTimeoutMs)"),
      ("max.poll.interval.ms", "\(terms.rebalanceTimeoutMs)"),
    ]
  }

  /// The last lines of a consumer's terminal, oldest first.
  func consumer(_ member: MemberPicture, last limit: Int) -> [Line] {
    var lines: [Line] = []
    for entry in member.console.entries.reversed() where lines.count < limit {
      switch entry {
      case .started:
        let program = member.isStatic ? "consumer_static.py" : "consumer_standard.py"
        lines.append(Line(text: "$ python \(program)", role: .strong))
      case .killed: lines.append(Line(text: "Killed", role: .warning))
      case .failed: lines.append(Line(text: "Failed", role: .warning))
      case .ended: lines.append(Line(text: "$", role: .strong))
      case .read(let place, let from, let to):
        var offset = to
        while offset > from, lines.count < limit {
          offset = offset + -1
          guard picture.isRecord(place, offset) else { continue }
          lines += received(place, offset).reversed()
        }
      }
    }
    return lines.prefix(limit).reversed()
  }

  /// `Topic: …, Partition: …, Offset: …, Received message: …`: in one line if that is wide enough,
  /// the message's own words left out where they do not fit.
  private func received(_ place: Int, _ offset: Offset) -> [Line] {
    let partition = picture.partitions[place].partition
    let number = picture.messageNumber(place, offset)
    let head = "Topic: \(partition.topic), Partition: \(partition.partition),"
    let tail = "Offset: \(offset), Received message: "
    for message in ["Apache Kafka is a distributed streaming platform - ", "‹ "] {
      let whole = "\(head) \(tail)\(message)\(number)"
      if DisplayWidth.of(whole) <= width { return [Line(text: whole)] }
    }
    return [head, "  \(tail)‹ \(number)"].map {
      Line(text: ColumnText.words($0, width: width))
    }
  }

  /// The producer's command and the last lines of its terminal: a run's, or what goes on all the
  /// time.
  func producer(last limit: Int) -> [Line] {
    let command = Line(text: "$ python producer.py", role: .strong)
    if let run = picture.producerRuns.last {
      let first = max(1, run.records - Int64(limit) + 2)
      let sent = (first...max(first, run.records)).map { number in
        delivered(run.topic, run.partition(of: number))
      }
      return [command] + sent.suffix(max(0, limit - 1))
    }
    let last = lastOfAll(limit - 1)
    return last.isEmpty ? [] : [command] + last
  }

  private func delivered(_ topic: TopicName, _ partition: Int32) -> Line {
    Line(text: "Message delivered to \(topic) [\(partition)]")
  }

  /// Of a producer that never ends: its records in the order of their numbers.
  private func lastOfAll(_ limit: Int) -> [Line] {
    guard let topic = picture.partitions.first?.partition.topic else { return [] }
    var sent: [(number: Int64, partition: Int32)] = []
    for place in picture.partitions.indices {
      let partition = picture.partitions[place]
      guard partition.partition.topic == topic, let end = partition.logEnd(atMs: picture.timeMs)
      else { continue }
      for back in 1...Int64(max(1, limit))
      where end.value - back >= 0 && picture.isRecord(place, end + -back) {
        let number = picture.messageNumber(place, end + -back)
        sent.append((number, partition.partition.partition))
      }
    }
    return sent.sorted { $0.number < $1.number }.suffix(limit)
      .map { delivered(topic, $0.partition) }
  }
}
