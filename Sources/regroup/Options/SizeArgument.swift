/// A screen's size on the command line: `80x24`.
struct SizeArgument: Hashable, Sendable {
  var width: Int
  var height: Int

  static let standard = SizeArgument(width: 80, height: 24)
  static let form = "columns x rows, from 1x1 to 500x200, such as 80x24"

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(_ text: String) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (1...500).contains(width), (1...200).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }
}
