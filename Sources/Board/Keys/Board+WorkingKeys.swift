import Feed

extension Board {
  /// The keys that work now and what they do, most useful first: all that the last row would name
  /// if it were long enough.
  public static func workingKeys(
    _ model: BoardModel, _ picture: GroupPicture
  ) -> [(label: String, word: String)] {
    let footer = Footer(model, picture)
    return (Footer.actions(model, picture) + [.help, .quit]).map {
      (footer.label($0), footer.word($0))
    }
  }
}
