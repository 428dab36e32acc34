import Feed
import Narration
import Screen

extension Board {
  /// The whole screen of one feed, in any size.
  public static func render(
    _ model: BoardModel, _ view: FeedView, width: Int, height: Int
  ) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.put(model.title, x: 1, y: 0, role: .title)
    return frame
  }
}
