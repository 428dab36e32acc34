import Screen

/// A frame as an SVG picture, with shapes for blocks and lines and text for the rest.
public enum FrameSvg {
  private static let font =
    "'DejaVu Sans Mono',Menlo,'Noto Sans Mono CJK KR',D2Coding,monospace"
  private static let wideFont = "'Noto Sans Mono CJK KR',D2Coding,'Noto Sans CJK KR',monospace"

  /// The whole document, 10 by 20 pixels a cell.
  ///
  /// - Parameter title: what a screen reader says, and a browser shows.
  public static func render(_ frame: Frame, theme: Theme, title: String) -> String {
    let width = 2 * SvgGrid.margin + frame.width * SvgGrid.cellWidth
    let height = 2 * SvgGrid.margin + frame.height * SvgGrid.cellHeight
    let plain = SvgColors.plain(theme)
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width / 8)" height="\(height / 8)" \
      viewBox="0 0 \(width) \(height)" role="img" font-family="\(font)" \
      font-size="\(SvgGrid.fontSize)" xml:space="preserve">
      <title>\(SvgText.escape(title))</title>
      <rect width="\(width)" height="\(height)" fill="\(SvgColors.text(plain.background))"/>

      """
    for y in 0..<frame.height {
      out += backgrounds(y, frame, theme)
      for piece in SvgPiece.ofRow(y, of: frame, theme: theme) {
        out += element(piece, row: y, theme)
      }
    }
    return out + "</svg>\n"
  }

  private static func backgrounds(_ y: Int, _ frame: Frame, _ theme: Theme) -> String {
    let plain = SvgColors.plain(theme).background
    return StyledRun.ofRow(y, of: frame, theme: theme).map { run in
      let color = SvgColors(run.attributes, theme: theme).background
      guard color != plain else { return "" }
      return """
        <rect x="\(SvgGrid.x(run.x))" y="\(SvgGrid.y(y))" \
        width="\(run.columns * SvgGrid.cellWidth)" height="\(SvgGrid.cellHeight)" \
        fill="\(SvgColors.text(color))"/>

        """
    }.joined()
  }

  private static func element(_ piece: SvgPiece, row: Int, _ theme: Theme) -> String {
    let fill = SvgColors.text(SvgColors(piece.attributes, theme: theme).foreground)
    if let path = piece.path(row: row) {
      return "<path fill=\"\(fill)\" d=\"\(path)\"/>\n"
    }
    let baseline = piece.isWide ? SvgGrid.wideBaseline : SvgGrid.baseline
    var attributes = "y=\"\(SvgGrid.y(row) + baseline)\" fill=\"\(fill)\""
    if piece.attributes.isBold { attributes += " font-weight=\"bold\"" }
    return piece.isWide ? wideText(piece, attributes) : narrowText(piece, attributes)
  }

  /// A word at its exact place. Where the font has another width than the grid, a browser
  /// stretches the word.
  private static func narrowText(_ piece: SvgPiece, _ attributes: String) -> String {
    var attributes = "x=\"\(SvgGrid.x(piece.column))\" " + attributes
    if piece.glyphs.count > 1 {
      attributes += " textLength=\"\(piece.columns * SvgGrid.cellWidth)\""
      attributes += " lengthAdjust=\"spacingAndGlyphs\""
    }
    return "<text \(attributes)>\(SvgText.escape(piece.text))</text>\n"
  }

  /// Each glyph in the middle of its two columns, because fonts differ in how wide Hangul is.
  private static func wideText(_ piece: SvgPiece, _ attributes: String) -> String {
    let spans = piece.glyphs.enumerated().map { index, glyph in
      let middle = SvgGrid.x(piece.column + 2 * index + 1)
      return "<tspan x=\"\(middle)\">\(SvgText.escape(glyph.text))</tspan>"
    }
    return """
      <text text-anchor="middle" \(attributes) font-family="\(wideFont)" \
      font-size="\(SvgGrid.wideFontSize)">\(spans.joined())</text>

      """
  }
}
