import Feed
import Narration
import Screen

extension Figure {
  /// Figure and title at the left; source, speed, step and clock at the right.
  func drawTitle(_ canvas: inout Canvas) {
    let start = drawClock(&canvas)
    var x = 1
    if let caption = model.caption {
      if !caption.figure.isEmpty { x = canvas.put(caption.figure, x: 1, y: 0, role: .quiet) + 2 }
      put(caption.title[model.language], x, before: start, .title, &canvas)
    } else {
      put(model.title, x, before: start, .title, &canvas)
    }
  }

  private func put(
    _ text: String, _ x: Int, before end: Int, _ role: Role, _ canvas: inout Canvas
  ) {
    canvas.put(ColumnText.clipped(text, width: end - x - 1), x: x, y: 0, role: role)
  }

  /// Returns the column where it begins.
  private func drawClock(_ canvas: inout Canvas) -> Int {
    let isLive = model.capabilities.kind.isLive
    var parts = [book.source(model.capabilities.kind)]
    if let asking = model.asking {
      let places = asking.place.isEmpty ? [] : [asking.place]
      // Ten columns at least are the title's.
      let every = model.language.watch.every(ms: asking.everyMs)
      parts += canvas.width >= 100 || asking.place.utf8.count < 24 ? places + [every] : [every]
    }
    if isLive {
      if let fresh = picture.freshMs, picture.isBlind || picture.health.isTrouble {
        parts.append(book.stale(ageMs: max(0, picture.timeMs - fresh)))
      }
    } else {
      parts.append(model.isPlaying ? "▸ \(model.speed.text)" : book.paused)
      if let step = model.step, model.steps != 0, !model.isPlaying {
        parts.append(book.step(step, of: model.steps))
      }
    }
    let tenths = isBusy || !model.isPlaying
    parts.append(ColumnText.right(TimeText.clock(ms: picture.timeMs, tenths: tenths), width: 6))
    var end = canvas.width - 1
    for (index, part) in parts.enumerated().reversed() {
      let gap = index == parts.count - 1 ? 0 : index == 0 ? 2 : 3
      end = canvas.put(part, before: end - gap, y: 0, role: .quiet)
    }
    return end
  }

  /// Whose group it is; at the right the lesson's beats.
  func drawFacts(_ canvas: inout Canvas) {
    let start = BeatLine(model, picture).draw(&canvas, y: 1, from: 20)
    var x = 1
    for wordings in facts {
      let texts = wordings.map { (x == 1 ? "" : " · ") + $0 }
      // What does not fit in any wording gives way to what is shorter.
      guard let text = texts.first(where: { x + DisplayWidth.of($0) < start }) else { continue }
      x = canvas.put(text, x: x, y: 1, role: .quiet)
    }
  }

  /// Most needed first, each in its wordings, the longest first.
  private var facts: [[String]] {
    guard let facts = picture.facts else { return [[book.noGroup]] }
    // The title of a group that is looked at is its name.
    var list = model.asking == nil ? [[facts.groupId.text]] : []
    if let latencyMs = facts.latencyMs, latencyMs >= Self.slowMs { list.append([book.slowNetwork]) }
    if let assignor = facts.assignors.first {
      list.append(
        facts.isMixed
          ? [book.eagerAsYet(assignor)] : [book.strategy(assignor), book.shortStrategy(assignor)])
    }
    // A prefix that all instance ids share stands above them and says it.
    if picture.members.contains(where: \.isStatic), names.prefix.isEmpty {
      list.append([book.staticMembers])
    }
    if let topic = picture.partitions.first?.partition.topic, !labels.hasManyTopics,
      columns.gridMembers > 0
    {
      list.append([topic.text])
    }
    if let coordinator = facts.coordinator { list.append([book.coordinator(coordinator)]) }
    if model.asking != nil {
      let members = picture.members.count(where: \.isMember)
      list.append([
        model.language.watch.count(members: members, partitions: picture.partitions.count)
      ])
    }
    return list
  }

  /// One way: what is done so that a stop can be seen is said.
  private static let slowMs: Int64 = 200
}
