import CNcursesw
import Screen

/// The screen of ncurses: puts frames on it and reads keys from it. It knows no signals.
///
/// There is one in a process at a time, because ncurses keeps its state in globals.
final class CursesScreen {
  /// What the terminal has, after `NO_COLOR`.
  let depth: ColorDepth
  private var pairs = ColorPairs()
  private var shown: Frame?
  private var shownTheme: Theme?
  private(set) var width: Int
  private(set) var height: Int

  /// Sets up ncurses on what has been started before with `newterm`.
  ///
  /// - Parameter noColor: the value of `NO_COLOR`.
  init(noColor: String?) {
    set_escdelay(25)
    cbreak()
    noecho()
    nonl()
    curs_set(0)
    nodelay(regroup_stdscr(), true)
    keypad(regroup_stdscr(), true)
    if has_colors() {
      start_color()
      use_default_colors()
    }
    depth = ColorDepth(colors: has_colors() ? Int(regroup_colors()) : 0, noColor: noColor)
    width = Int(regroup_columns())
    height = Int(regroup_lines())
    KeyCodes.defineMissing()
  }

  /// Follows the terminal's new size; the next frame is drawn in full.
  func resize(width newWidth: Int, height newHeight: Int) {
    width = max(1, newWidth)
    height = max(1, newHeight)
    resizeterm(Int32(height), Int32(width))
    repaint()
  }

  /// Makes the next frame be drawn in full, whatever the terminal shows.
  func repaint() {
    shown = nil
    regroup_repaint_all()
  }

  /// Puts a frame on the screen, clipped to it. Writes nothing when it is the one that is there.
  ///
  /// - Returns: whether anything was different.
  @discardableResult
  func present(_ frame: Frame, theme: Theme) -> Bool {
    if shown == frame, shownTheme == theme { return false }
    let before = shownTheme == theme ? shown : nil
    if before?.width != frame.width || before?.height != frame.height { erase() }
    for y in 0..<height {
      if let before, y < frame.height, before.height == frame.height,
        before.width == frame.width, before.row(y) == frame.row(y)
      {
        continue
      }
      let cells = RowCells.make(frame, row: y, width: width) { role in
        pairs.style(theme.attributes(for: role))
      }
      cells.withUnsafeBufferPointer { row in
        _ = mvadd_wchnstr(Int32(y), 0, row.baseAddress, Int32(row.count))
      }
    }
    refresh()
    shown = frame
    shownTheme = theme
    return true
  }

  /// A key that has arrived already; nil when there is none.
  func nextKey() -> Key? {
    var code: wint_t = 0
    while true {
      switch get_wch(&code) {
      case OK: return KeyCodes.key(character: code)
      case KEY_CODE_YES:
        if let key = KeyCodes.key(code: Int32(bitPattern: code)) { return key }
      default: return nil
      }
    }
  }
}
