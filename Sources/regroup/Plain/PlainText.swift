import Feed
import KafkaModel
import Narration

/// The picture as lines of text, for pipes and screen readers.
struct PlainText {
  let language: Language

  /// What happened, with the time: one line for each event that has one.
  func lines(of happened: [TimedEvent], in source: any StagedSource) -> [String] {
    let picture = source.picture
    let timeline = source.timeline
    return happened.compactMap { timed in
      let isTold =
        source.capabilities.kind == .watch ? timed.isToldOfWatch : timed.event.isLogged
      guard isTold,
        let remark = Narrator.logLine(timed, picture, timeline)
      else { return nil }
      let mark = timed.provenance == .inferred ? " ~" : ""
      return "\(ClockText.milliseconds(timed.timeMs))\(mark)  \(remark.text(in: language).text)"
    }
  }

  /// Who owns what, and why, at what cost, and what comes next.
  func status(of source: any StagedSource) -> [String] {
    let picture = source.picture
    let book = language.figure
    let story = Narrator.story(picture, source.timeline, source.capabilities)
      .text(in: language)
    let labels = [book.why, book.cost, book.next]
    let texts = [story.why.text, story.cost.text, story.next.text]
    let tally = picture.transactions.tally.map {
      ["  " + language.transactions.tally($0).whole]
    }
    return owners(picture) + (tally ?? [])
      + zip(labels, texts).map { "  \(ColumnLabel.padded($0)) \($1)" }
  }

  /// One line of the group, one of the owners.
  private func owners(_ picture: GroupPicture) -> [String] {
    let hasOneTopic = picture.partitions.allSatisfy {
      $0.partition.topic == picture.partitions[0].partition.topic
    }
    let name: (TopicPartition) -> String = {
      hasOneTopic ? "\($0.partition)" : "\($0.topic.text)-\($0.partition)"
    }
    var shares = picture.members.compactMap { member -> String? in
      let owned = picture.partitions.filter { $0.shownOwner == member.slot && $0.status.isRead }
        .map { name($0.partition) }
      guard !owned.isEmpty else { return nil }
      return "\(member.slot.letter) \(member.identity.name): \(owned.joined(separator: " "))"
    }
    let unread = picture.partitions.filter { !$0.status.isRead && $0.status != .unknown }
    if !unread.isEmpty {
      let names = unread.map { name($0.partition) }.joined(separator: " ")
      shares.append("\(language.figure.notRead): \(names)")
    }
    let state = picture.state.map { $0.rawValue } ?? language.figure.noGroup
    let generation = picture.generation.map { language.figure.generation($0) } ?? ""
    return ["  \(state)" + (generation.isEmpty ? "" : "  \(generation)")] + shares.map { "  \($0)" }
  }
}
