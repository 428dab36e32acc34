import Feed

/// A lesson's footnote, as it stands at the foot of a picture or a pane.
enum Footnote {
  /// Marked, so that it is not read as the end of Next; nil where there is none, or it speaks of
  /// another assignor.
  static func text(_ model: BoardModel, _ picture: GroupPicture) -> String? {
    model.caption?.footnote(under: picture.facts?.assignors.first)
      .map { "* " + $0[model.language] }
  }
}
