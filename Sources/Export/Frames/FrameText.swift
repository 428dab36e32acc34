import Screen

/// A frame as plain text.
public enum FrameText {
  /// One line per row, trailing blanks left out, each with a line feed.
  public static func render(_ frame: Frame) -> String {
    (0..<frame.height).map { frame.rowText($0) + "\n" }.joined()
  }
}
