import Export
import Feed
import KafkaModel
import Narration

/// A recording as a document: who owned what after each step, what happened and why, and what each
/// rebalance cost.
struct TimelineDocument {
  let text: String

  init(play: Play, language: Language) {
    var timeline = TimelineNotes(play: play, language: language)
    timeline.take(play)
    var play = play
    play.play(toMs: play.source.endMs ?? play.source.nowMs) { happened, now in
      timeline.take(happened, now)
      return true
    }
    text = timeline.document
  }
}

/// What is gathered on the way.
private struct TimelineNotes {
  private let play: Play
  private let words: TimelineWords
  private let plain: PlainText
  private var rows: [(time: String, phase: String, owners: [String], unread: String)] = []
  private var happenings: [String] = []
  private var verdicts: [String] = []
  /// Of the rebalance whose verdict was given last.
  private var judgedMs: Int64?

  init(play: Play, language: Language) {
    self.play = play
    words = TimelineWords(language: language)
    plain = PlainText(language: language)
  }

  /// How things are at the start.
  mutating func take(_ now: Play) { addRow(now) }

  mutating func take(_ happened: [TimedEvent], _ now: Play) {
    happenings += plain.lines(of: happened, in: now.source)
    if happened.contains(where: { $0.event.isStep }) { addRow(now) }
    judge(now)
  }

  private mutating func addRow(_ now: Play) {
    let picture = now.source.picture
    let several = picture.partitions.contains {
      $0.partition.topic != picture.partitions[0].partition.topic
    }
    func name(_ partition: TopicPartition) -> String {
      several ? "\(partition.topic.text)-\(partition.partition)" : "\(partition.partition)"
    }
    let owners = picture.members.map { member in
      picture.partitions.filter { $0.status.isRead && $0.shownOwner == member.slot }
        .map { name($0.partition) }.joined(separator: " ")
    }
    let unread = picture.partitions.filter { !$0.status.isRead && $0.status != .unknown }
      .map { name($0.partition) }.joined(separator: " ")
    let phase = [picture.state?.rawValue, picture.generation.map { "\($0.value)" }]
      .compactMap { $0 }.joined(separator: " ")
    if let last = rows.last, last.phase == phase, last.owners == owners, last.unread == unread {
      return
    }
    rows.append((ClockText.milliseconds(picture.timeMs), phase, owners, unread))
  }

  private mutating func judge(_ now: Play) {
    let picture = now.source.picture
    guard picture.isRebalanceSettled, let account = picture.rebalance,
      judgedMs != account.startedMs
    else { return }
    judgedMs = account.startedMs
    let story = Narrator.story(picture, now.source.timeline, now.source.capabilities)
      .text(in: words.language)
    let times =
      "\(ClockText.milliseconds(account.startedMs)) - \(ClockText.milliseconds(picture.timeMs))"
    verdicts.append("\(times)  \(story.why.text) \(story.cost.text)")
  }

  var document: String {
    var document = Markdown()
    let number = play.caption.map { $0.figure + "  " } ?? ""
    document.heading(number + play.title[words.language], level: 1)
    document.paragraph(of: source)
    if let note = play.note { document.paragraph(of: note[words.language]) }
    document.heading(words.owners, level: 2)
    let members = members
    document.table(
      [words.time, words.phase] + members.map { "\($0.slot.letter) \($0.identity.name)" }
        + [plain.language.figure.notRead],
      rows.map { row in
        let missing = max(0, members.count - row.owners.count)
        return [row.time, row.phase] + row.owners + Array(repeating: "", count: missing)
          + [row.unread]
      })
    document.heading(words.happened, level: 2)
    document.list(happenings)
    document.heading(words.rebalances, level: 2)
    if verdicts.isEmpty {
      document.paragraph(of: words.none)
    } else {
      document.list(verdicts)
    }
    return document.text
  }

  private var source: String {
    let kind = plain.language.figure.source(.recording)
    let seed = play.source.shownSeed.map { ", " + plain.language.figure.seed($0) } ?? ""
    let group = play.source.picture.facts.map { ", \($0.groupId.text)" } ?? ""
    return kind + seed + group
  }

  private var members: [MemberPicture] {
    var end = play
    _ = end.source.travel(.time(end.source.endMs ?? end.source.nowMs))
    return end.source.picture.members
  }
}
