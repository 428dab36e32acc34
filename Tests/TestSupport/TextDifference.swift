/// Where two texts begin to differ, for a message that a person can act on.
public enum TextDifference {
  /// The first line that differs, with both readings; nil where the code units are the same.
  public static func first(of text: String, from golden: String) -> String? {
    if text.utf8.elementsEqual(golden.utf8) { return nil }
    let now = lines(text)
    let was = lines(golden)
    let at = zip(now, was).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let end = "(the text ends)"
    return """
      line \(at + 1)
      golden: \(at < was.count ? was[at] : end)
      now:    \(at < now.count ? now[at] : end)
      """
  }

  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
