import Feed
import KafkaModel
import Narration
import Screen

extension Figure {
  /// The dashed line of the present.
  func drawNow(_ canvas: inout Canvas) {
    let isStrips = rows.partitions == .strips
    let end = isStrips ? rows.headerY : min(rows.partitionsY + rows.partitionRows, rows.bandY)
    let height = end - rows.phaseY
    canvas.fill(
      Rect(x: columns.nowX, y: rows.phaseY, width: 1, height: height), with: "╎", role: .faint)
  }

  func drawAxis(_ canvas: inout Canvas) {
    let now = book.now
    let nowStart = columns.nowX - DisplayWidth.of(now) / 2
    canvas.put(now, x: nowStart, y: rows.axisY, role: .quiet)
    let step = labelStepMs
    var time = max(0, (scale.startMs + step - 1) / step * step)
    while time <= picture.timeMs {
      let text = TimeText.clock(ms: time, tenths: false)
      let x = columns.historyX + scale.column(of: time)
      let start = x - text.utf8.count / 2
      if start >= columns.historyX - 2, start + text.utf8.count < nowStart - 1 {
        canvas.put(text, x: start, y: rows.axisY, role: .quiet)
      }
      time += step
    }
  }

  /// Whole seconds or minutes, ten columns apart at least.
  private var labelStepMs: Int64 {
    let wanted = scale.msPerColumn * 10
    let steps: [Int64] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600]
    return (steps.first { $0 * 1000 >= wanted } ?? 7200) * 1000
  }

  /// The badge, what belongs to it, and the states of the past as a lane.
  func drawPhase(_ canvas: inout Canvas) {
    let name = picture.state?.rawValue ?? "?"
    let isNew = view.previous.map { $0.state != picture.state } ?? false
    let badgeEnd = canvas.put(" \(name) ", x: 1, y: rows.phaseY, role: isNew ? .changed : .phase)
    let room = columns.historyX - badgeEnd - 2
    if let beside = besidePhase.first(where: { DisplayWidth.of($0) <= room }) {
      canvas.put(beside, x: badgeEnd + 1, y: rows.phaseY, role: .quiet)
    }
    let lane = Rect(
      x: columns.historyX, y: rows.phaseY, width: columns.historyWidth, height: 1)
    canvas.draw(in: lane) { drawPhaseLane(&$0) }
  }

  /// How long it has been so, in its wordings, the longest first.
  private var besidePhase: [String] {
    let ages = PhaseAge(picture).wordings(
      model.language, tenths: picture.state != .stable && picture.state != nil)
    guard picture.state == .stable || picture.state == nil else { return ages }
    guard let generation = picture.generation.map(book.generation) else {
      return picture.state == nil ? [] : ages
    }
    return ages.map { "\(generation)  \($0)" } + [generation]
  }

  private func drawPhaseLane(_ canvas: inout Canvas) {
    let past = timeline.phases.prefix { $0.fromMs <= picture.timeMs }
    // Where the broker has fallen silent, the lane ends when the group was last seen.
    let seenMs = picture.timeMs - (PhaseAge(picture).seenAgoMs ?? 0)
    var end = min(columns.historyWidth, max(0, scale.column(of: seenMs) + 1))
    for (index, phase) in past.enumerated().reversed() {
      let column = scale.column(of: phase.fromMs)
      let isCurrent = index == past.count - 1
      let start = max(0, column)
      if start < end {
        let hasTick = column >= 0
        if hasTick { canvas.put("▏", x: start, y: 0, role: isCurrent ? .strong : .quiet) }
        let x = start + (hasTick ? 1 : 0)
        let text = phaseName(phase, room: end - x, isCurrent: isCurrent)
        canvas.put(text, x: x, y: 0, role: isCurrent ? .strong : .quiet)
        end = start
      }
      if column < 0 { return }
    }
  }

  private func phaseName(_ phase: Timeline.Phase, room: Int, isCurrent: Bool) -> String {
    let names: [String] =
      switch phase.state {
      case .preparingRebalance: ["PreparingRebalance", "Preparing", "Prep", "P"]
      case .completingRebalance: ["CompletingRebalance", "Completing", "Comp", "C"]
      case .stable where isCurrent || phase.generation == .none: ["Stable"]
      case .stable: ["Stable \(phase.generation.value)", "Stable", "\(phase.generation.value)"]
      case .empty: ["Empty"]
      case .dead: ["Dead"]
      }
    // One column stays free before the next tick.
    return names.first { $0.utf8.count < room || (isCurrent && $0.utf8.count == room) } ?? ""
  }

  /// What the phase waits for; else the names' common beginning.
  func drawDetail(_ canvas: inout Canvas) {
    if rows.partitions == .strips { drawChart(&canvas) }
    let text = phaseDetail ?? notReadDetail
    let width = columns.historyX - 2
    if let text {
      let isLong = DisplayWidth.of(text) > width
      canvas.put(
        ColumnText.clipped(
          text, width: isLong && rows.partitions != .strips ? columns.nowX - 1 : width), x: 1,
        y: rows.detailY,
        role: phaseDetail == nil ? .notRead : .due)
    } else if !names.prefix.isEmpty {
      canvas.put(
        ColumnText.clipped(names.prefix, width: width - 4), x: columns.nameX, y: rows.detailY,
        role: .quiet)
    }
    if let heading = dueHeading {
      canvas.put(heading, before: columns.width - 1, y: rows.detailY, role: .quiet)
    }
  }

  private var notReadDetail: String? {
    guard rows.partitions == .strips else { return nil }
    let count = picture.partitions.count { $0.notReadSinceMs != nil }
    return count == 0 ? nil : book.notRead(count, of: picture.partitions.count)
  }

  private var phaseDetail: String? {
    if let point = picture.hold {
      return book.holds(point, waiting: picture.members.count { $0.held != nil })
    }
    if Narrator.isWatched(picture, model.capabilities) {
      guard picture.state?.isRebalancing == true else { return nil }
      return model.language.watch.owners(agoMs: picture.timeMs - picture.stateSinceMs)
    }
    switch picture.state {
    case .preparingRebalance:
      if let due = picture.initialDelayDueMs {
        return book.waitsForMore(ms: max(0, due - picture.timeMs))
      }
      let count = JoinCount(picture, model.capabilities)
      return count.all == 0 ? nil : book.joined(count)
    case .completingRebalance: return book.waitsForPlan(of: picture.leader)
    default: return nil
    }
  }
}
