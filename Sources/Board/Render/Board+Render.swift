import Feed
import Narration
import Screen

extension Board {
  /// The whole screen of one feed, in any size.
  public static func render(
    _ model: BoardModel, _ view: FeedView, width: Int, height: Int
  ) -> Frame {
    var frame = Frame(width: width, height: height)
    let isTiny = frame.width < 40 || frame.height < 10
    let isSmall = frame.width < 80 || frame.height < 24
    frame.draw(in: frame.bounds) { canvas in
      if isTiny {
        SmallFigure(model, view).drawOneLine(&canvas)
      } else if let help = model.help {
        HelpPage.draw(help, model, &canvas)
      } else if model.isProjected, !isSmall {
        Projection(model, view, width: canvas.width, height: canvas.height).draw(&canvas)
      } else {
        switch model.pane {
        case .picture where isSmall: SmallFigure(model, view).draw(&canvas)
        case .picture:
          Figure(model, view, width: canvas.width, height: canvas.height).draw(&canvas)
        case .log: LogPane(model, view).draw(&canvas)
        case .messages: MessagesPane(model, view).draw(&canvas)
        case .records: RecordsPane(model, view).draw(&canvas)
        case .describe: DescribePane(model, view).draw(&canvas)
        case .grid: GridPane(model, view).draw(&canvas)
        case .consoles: ConsolesPane(model, view).draw(&canvas)
        case .table: TablePane(model, view).draw(&canvas)
        case .settings: SettingsPane(model, view).draw(&canvas)
        }
      }
      if let glossary = model.glossary, !isTiny, !model.isHelpShown {
        GlossaryPanel(glossary, model.language).draw(&canvas)
      }
      if let line = model.line { LineRows(line, model.language).draw(&canvas) }
    }
    return frame
  }
}
