import Feed
import Narration
import Screen

/// The picture for a projector: who has which partition and how long nobody has read it, in
/// blocks; the phase; two lines of text. No lag, no lanes, no group facts.
struct Projection {
  let model: BoardModel
  let view: FeedView
  let layout: ProjectionLayout
  /// The partitions shown, by their places.
  let places: [Int]
  let labels: PartitionLabels
  let book: any FigurePhrasebook

  var picture: GroupPicture { view.picture }

  init(_ model: BoardModel, _ view: FeedView, width: Int, height: Int) {
    self.model = model
    self.view = view
    book = model.language.figure
    labels = PartitionLabels(view.picture)
    layout = ProjectionLayout(
      width: width, height: height, partitions: view.picture.partitions.count,
      longestLabel: labels.longest)
    places = Self.shown(view.picture, atMost: layout.rows)
  }

  /// All, or those that the event touches, in their order.
  private static func shown(_ picture: GroupPicture, atMost count: Int) -> [Int] {
    let all = Array(picture.partitions.indices)
    guard all.count > count else { return all }
    let account = Narrator.verdict(picture)
    func urgency(_ place: Int) -> Int {
      if picture.partitions[place].notReadSinceMs != nil { return 3 }
      switch account?.verdict(place) {
      case .moved, .needless: return 2
      default: return picture.accountNotReadMs(place) > 0 ? 1 : 0
      }
    }
    let ranked = all.sorted { a, b in
      let (left, right) = (urgency(a), urgency(b))
      return left == right ? a < b : left > right
    }
    return ranked.prefix(count).sorted()
  }

  func draw(_ canvas: inout Canvas) {
    drawTitle(&canvas)
    canvas.put(book.notReadHeading, before: canvas.width - 2, y: layout.headingY, role: .quiet)
    for (row, place) in places.enumerated() {
      ProjectedPartition(self, place).draw(y: layout.y(of: row), &canvas)
    }
    let hidden = picture.partitions.indices.filter { !places.contains($0) }
    if !hidden.isEmpty {
      let notRead = hidden.count { picture.partitions[$0].notReadSinceMs != nil }
      canvas.put(
        "+ " + book.morePartitions(hidden.count, notRead: notRead), x: layout.labelX,
        y: layout.moreY, role: .quiet)
    }
    drawTally(&canvas)
    drawChips(&canvas)
    drawStory(&canvas)
    drawKeys(&canvas)
  }

  /// The title; at the right the phase, as in the other picture.
  private func drawTitle(_ canvas: inout Canvas) {
    var x = layout.labelX
    let end = drawPhase(&canvas)
    if let caption = model.caption {
      if !caption.figure.isEmpty { x = canvas.put(caption.figure, x: x, y: 0, role: .quiet) + 2 }
      canvas.put(
        ColumnText.clipped(caption.title[model.language], width: end - x - 2), x: x, y: 0,
        role: .title)
    } else {
      canvas.put(
        ColumnText.clipped(model.title, width: end - x - 2), x: x, y: 0, role: .title)
    }
    guard let beats = model.caption?.beats, !beats.isEmpty else { return }
    x = layout.labelX - 1
    for (number, beat) in beats.enumerated() {
      if number > 0 { x = canvas.put(" › ", x: x, y: layout.beatsY, role: .faint) }
      x = canvas.put(
        " \(number + 1) \(beat[model.language]) ", x: x, y: layout.beatsY,
        role: picture.beat == number ? .beat : .quiet)
    }
  }

  /// Returns the column where it begins.
  private func drawPhase(_ canvas: inout Canvas) -> Int {
    guard let state = picture.state else { return canvas.width }
    let isNew = view.previous.map { $0.state != state } ?? false
    let age = PhaseAge(picture).wordings(model.language)[0]
    let start = canvas.put(age, before: canvas.width - 2, y: 0, role: .quiet)
    return canvas.put(
      " \(state.rawValue) ", before: start - 1, y: 0, role: isNew ? .changed : .phase)
  }

  /// What has come of the input, where a row is left for it.
  private func drawTally(_ canvas: inout Canvas) {
    let y = layout.chipsY - 1
    let isFree = y > layout.y(of: places.count - 1) + layout.blockHeight
    guard let tally = picture.transactions.tally, isFree else { return }
    TallyLine(tally, model.language.transactions.tally(tally)).draw(
      x: layout.labelX, y: y, &canvas)
  }

  /// One chip a member, what it does beside it.
  private func drawChips(_ canvas: inout Canvas) {
    var x = layout.labelX
    for (number, member) in picture.members.enumerated() {
      let word = book.member(member.word)
      let width = 4 + DisplayWidth.of(word)
      if x + width > canvas.width - 6, number < picture.members.count {
        canvas.put("+\(picture.members.count - number)", x: x, y: layout.chipsY, role: .quiet)
        return
      }
      let hue = Hue(owner: member.slot.index)
      let isThere = member.isMember && (member.isRunning || member.process == .unknown)
      let letter = " \(member.slot.letter) "
      let end = canvas.put(
        letter, x: x, y: layout.chipsY, role: isThere ? .ownerBadge(hue) : .ownerLetter(hue))
      let role: Role = member.isGone || !member.canRead && member.isMember ? .notRead : .text
      x = canvas.put(word, x: end + 1, y: layout.chipsY, role: role) + 4
    }
  }

  /// Why and Next, as much as fits.
  private func drawStory(_ canvas: inout Canvas) {
    let foot = Foot(model, view).lines
    let width = canvas.width - layout.labelX - 2
    let parts = StoryBlock.fitted(
      [foot[foot.startIndex], foot[foot.endIndex - 1]].map {
        PhraseLines.wrap($0.text, width: width)
      }, rows: layout.storyRows, width: width)
    for (row, line) in parts.joined().enumerated() {
      line.draw(x: layout.labelX, y: layout.chipsY + 1 + row, &canvas)
    }
  }

  private func drawKeys(_ canvas: inout Canvas) {
    let isOpen = model.overlay?.isOpen ?? false
    guard model.notice == nil, !isOpen, model.capabilities.canTravel else {
      Footer(model, picture).draw(&canvas, y: layout.keysY)
      return
    }
    let keys = model.language.keys
    var x = 1
    for (key, word) in [
      ("PgDn", keys.short(.stepOn)), ("PgUp", keys.short(.stepBack)),
      ("Space", model.isPlaying ? keys.pause : keys.short(.play)), ("F5", keys.leave),
    ] {
      let after = canvas.put(key, x: x, y: layout.keysY, role: .key)
      x = canvas.put(word, x: after + 1, y: layout.keysY, role: .quiet) + 3
    }
  }
}
