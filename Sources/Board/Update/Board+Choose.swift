import Feed
import Narration

extension Board {
  /// Arrows, brackets and Enter: what they choose depends on the pane.
  static func choose(_ action: KeyAction, _ model: inout BoardModel, _ view: FeedView) {
    if action == .open { return open(&model, view) }
    switch model.pane {
    // A page stops where the first one is full: the lowest screen has six rows, and a line of the
    // log may take them all.
    case .log: scroll(action, &model, most: LogLines.shown(model, view).lines.count - 1)
    case .records: scroll(action, &model, most: RecordLines(model, view).count - 6)
    case .messages: chooseMessage(action, &model, view)
    case .table: scrollOrder(action, &model, view.picture)
    case .describe: scrollTable(action, &model, view)
    case .settings: scrollSettings(action, &model, view.picture)
    case .picture, .grid, .consoles: select(action, &model, view.picture)
    }
  }

  /// Every pane is opened at its newest line.
  static func rewind(_ model: inout BoardModel) {
    model.logScroll = 0
    model.columnScroll = 0
    model.messageBack = 0
    model.fieldScroll = 0
    model.isMessageOpen = false
  }

  /// The fields of a message; in the picture, all that it has condensed.
  private static func open(_ model: inout BoardModel, _ view: FeedView) {
    switch model.pane {
    case .messages where model.isMessageOpen || MessageRows(model, view).selected?.message != nil:
      model.isMessageOpen.toggle()
      model.fieldScroll = 0
    case .picture: model.pane = .grid
    default: model.notice = .nothingToOpen
    }
  }

  /// Both lists at once, each to its own end.
  private static func scrollSettings(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) {
    let count = max(picture.facts?.settings.count ?? 0, Countdowns.list(picture).count)
    model.logScroll = min(max(0, count - 1), max(0, model.logScroll - lines(action)))
  }

  /// Backwards through lines, oldest last: the arrows by one, the brackets by ten.
  private static func scroll(_ action: KeyAction, _ model: inout BoardModel, most: Int) {
    model.logScroll = min(max(0, most), max(0, model.logScroll + lines(action)))
  }

  private static func lines(_ action: KeyAction) -> Int {
    switch action {
    case .memberUp: 1
    case .memberDown: -1
    case .partitionBack: 10
    default: -10
    }
  }

  /// The arrows choose a message, the brackets whose messages are kept. An open message's fields
  /// are scrolled by the brackets.
  private static func chooseMessage(
    _ action: KeyAction, _ model: inout BoardModel, _ view: FeedView
  ) {
    let step = lines(action)
    if step == 1 || step == -1 {
      let rows = MessageRows(model, view)
      let (oldest, newest) = (rows.current, rows.current - rows.rows.count + 1)
      model.messageBack = max(newest, min(oldest, model.messageBack + step))
      model.fieldScroll = 0
    } else if model.isMessageOpen {
      let most = MessageRows(model, view).selected?.message?.message.fields.count ?? 0
      model.fieldScroll = min(max(0, most - 1), max(0, model.fieldScroll - step / 2))
    } else {
      let by = action == .partitionBack ? -1 : 1
      let place = moved(model.selectedMember?.index, by: by, of: view.picture.members.count)
      model.selectedMember = place.map { MemberSlot($0) }
      model.messageBack = 0
    }
  }

  /// The order of turns goes on below.
  private static func scrollOrder(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) {
    let most = max(0, TablePane.order(picture).turns.count - 6)
    model.logScroll = min(most, max(0, model.logScroll - lines(action)))
  }

  /// The table is larger than the screen in both directions.
  private static func scrollTable(
    _ action: KeyAction, _ model: inout BoardModel, _ view: FeedView
  ) {
    let table = DescribeTable(view.picture, TextFilter(model))
    switch action {
    case .memberUp: model.logScroll = max(0, model.logScroll - 1)
    case .memberDown: model.logScroll = min(max(0, table.lineCount - 6), model.logScroll + 1)
    case .partitionBack: model.columnScroll = max(0, model.columnScroll - 1)
    default: model.columnScroll = min(table.columns - 1, model.columnScroll + 1)
    }
  }

  private static func select(
    _ action: KeyAction, _ model: inout BoardModel, _ picture: GroupPicture
  ) {
    // The grid sorts by topic, and a filter leaves some; what was added later stands with its own.
    let grid = model.pane == .grid ? GridOrder(model, picture) : nil
    switch action {
    case .memberUp, .memberDown:
      let members = grid?.members ?? Array(picture.members.indices)
      let next = moved(
        model.selectedMember?.index, by: action == .memberUp ? -1 : 1, in: members)
      model.selectedMember = next.map { MemberSlot($0) }
    default:
      let partitions = grid?.partitions ?? Array(picture.partitions.indices)
      model.selectedPartition = moved(
        model.selectedPartition, by: action == .partitionBack ? -1 : 1, in: partitions)
    }
    if model.selectedMember == nil, model.selectedPartition == nil { model.isZoomed = false }
  }

  private static func moved(_ chosen: Int?, by step: Int, in order: [Int]) -> Int? {
    moved(chosen.flatMap { order.firstIndex(of: $0) }, by: step, of: order.count)
      .map { order[$0] }
  }

  /// From nothing to the first or last, then on, and past the end to nothing again.
  private static func moved(_ place: Int?, by step: Int, of count: Int) -> Int? {
    guard let place else { return count == 0 ? nil : step > 0 ? 0 : count - 1 }
    let next = place + step
    return next >= 0 && next < count ? next : nil
  }
}
