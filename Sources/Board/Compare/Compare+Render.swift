import Feed
import Narration
import Screen

extension Compare {
  /// All worlds in one frame of any size.
  public static func render(
    _ model: CompareModel, _ views: [FeedView], width: Int, height: Int
  ) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.draw(in: frame.bounds) { canvas in
      if let help = model.board.help {
        HelpPage.draw(help, model.board, &canvas)
      } else {
        ComparePage(model, views, width: canvas.width, height: canvas.height).draw(&canvas)
      }
    }
    return frame
  }
}
