import Feed
import Narration
import Screen

/// The figure view: one picture over one time axis, with everything it is drawn from.
struct Figure {
  let model: BoardModel
  let view: FeedView
  let columns: FigureColumns
  let rows: FigureRows
  let scale: TimeScale
  let labels: PartitionLabels
  let names: MemberNames
  let verdict: RebalanceAccount?
  let isBusy: Bool
  /// Some member has a time that runs out.
  let isSomethingDue: Bool
  let focus: FigureFocus
  let transactions: TransactionRows
  /// Of a group that is looked at from outside.
  let shares: WatchedShares?
  let book: any FigurePhrasebook

  var picture: GroupPicture { view.picture }
  var timeline: Timeline { view.timeline }

  init(_ model: BoardModel, _ view: FeedView, width: Int, height: Int) {
    self.model = model
    self.view = view
    book = model.language.figure
    labels = PartitionLabels(view.picture)
    names = MemberNames(view.picture, room: 14 + max(0, width - 80) / 3)
    focus = FigureFocus(model, view.picture)
    transactions = TransactionRows(view.picture)
    shares =
      Narrator.isWatched(view.picture, model.capabilities) ? WatchedShares(view.picture) : nil
    // Columns of their own have only members that are all shown.
    columns = FigureColumns(
      width: width, memberCount: focus.isWhole ? view.picture.members.count : 0,
      longestName: names.longest, longestLabel: labels.longest)
    // A zoom counts what it leaves out in a row each.
    let rest = focus.isWhole ? 0 : 1
    let hidden = focus.members.count < view.picture.members.count ? 1 : 0
    rows = FigureRows(
      height: height, members: focus.members.count + hidden,
      partitions: focus.places.count + rest, hasOneRow: model.hasOneRow,
      hasRibbons: !focus.isWhole, band: transactions.least...transactions.wanted,
      story: transactions.wanted == 0 ? nil : StoryBlock.rows(model, view, width: width))
    scale = TimeScale(view.picture, columns: columns.historyWidth)
    verdict = Narrator.verdict(view.picture)
    isBusy = Busyness.isBusy(view.picture)
    isSomethingDue = view.picture.members.contains { Self.shownDue($0, view.picture) != nil }
  }

  func draw(_ canvas: inout Canvas) {
    drawTitle(&canvas)
    drawFacts(&canvas)
    drawNow(&canvas)
    drawAxis(&canvas)
    drawPhase(&canvas)
    drawDetail(&canvas)
    drawMembers(&canvas)
    drawPartitions(&canvas)
    TransactionBand(self).draw(&canvas)
    StoryBlock(self).draw(&canvas)
    Footer(model, picture).draw(&canvas, y: rows.keysY)
  }

  /// What lies over a row's owner.
  func mark(_ place: Int) -> RowMark? { model.overlay?.mark(place, picture) }

  /// The lag of a full bar. A handful of records is no alarm, so bars stay short while all keep up.
  var fullLag: Int64 {
    Bar.roundFull(picture.partitions.reduce(20) { max($0, $1.lag(atMs: picture.timeMs) ?? 0) })
  }
}
