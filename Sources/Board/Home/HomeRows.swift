import Narration
import Screen

/// A line of the home screen's list.
struct HomeRow {
  var section = ""
  var isFirstOfSection = false
  var mark = ""
  var title = ""
  var shows = ""
  var isSelected = false
  /// Columns up to the title, and from there up to what it shows.
  var markWidth = HomeRows.markWidth
  var titleWidth = HomeRows.titleWidth
}

/// All lines: the entries by section, then sandbox, serve and drive; an empty one before each
/// section.
struct HomeRows {
  private(set) var list: [HomeRow] = []

  static let markWidth = 10
  static let titleWidth = 29

  init(_ model: HomeModel, _ book: any HomePhrasebook) {
    for (index, entry) in model.entries.enumerated() {
      let isFirst = index == 0 || model.entries[index - 1].section != entry.section
      if isFirst, index > 0 { list.append(HomeRow()) }
      var row = HomeRow(
        section: entry.section.heading(book), isFirstOfSection: isFirst, mark: entry.figure,
        title: entry.title[model.language], shows: entry.shows[model.language],
        isSelected: model.selection == index)
      align(&row, model.entries.filter { $0.section == entry.section })
      list.append(row)
    }
    list.append(HomeRow())
    own("s", book.sandbox, book.sandboxShows, model.entries.count, model, book)
    own("v", book.serve, book.serveShows, model.entries.count + 1, model, book)
    own("d", book.drive, book.driveShows, model.entries.count + 2, model, book)
  }

  /// Where the names are longer than numbers, what stands behind them moves to the right.
  private func align(_ row: inout HomeRow, _ section: [HomeEntry]) {
    let mark = section.reduce(0) { max($0, DisplayWidth.of($1.figure)) } + 2
    row.markWidth = max(Self.markWidth, mark)
    if mark <= Self.markWidth { return }
    row.titleWidth =
      section.reduce(0) { widest, entry in
        max(widest, Language.allCases.reduce(0) { max($0, DisplayWidth.of(entry.title[$1])) })
      } + 1
  }

  private mutating func own(
    _ key: String, _ title: String, _ shows: String, _ place: Int, _ model: HomeModel,
    _ book: any HomePhrasebook
  ) {
    list.append(
      HomeRow(
        section: book.yourOwn, isFirstOfSection: key == "s", mark: key, title: title,
        shows: shows, isSelected: model.selection == place))
  }
}
