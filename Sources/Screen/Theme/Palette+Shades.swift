extension Palette {
  /// On 234. The owners' hues follow Okabe and Ito without vermilion, which is kept for what nobody
  /// reads.
  static let dark = Palette(
    background: 234, text: 252, quiet: 246, faint: 239, label: 247, strong: 255,
    phase: Pair(ink: 234, paper: 252), changed: Pair(ink: 234, paper: 229),
    notRead: 203, hole: Pair(ink: 203, paper: 52), due: 229, lagBar: 244,
    letters: [75, 221, 43, 176, 105, 208, 150, 252],
    ribbons: [67, 179, 72, 139, 104, 173, 108, 246])

  /// On 231.
  static let light = Palette(
    background: 231, text: 236, quiet: 243, faint: 250, label: 242, strong: 16,
    phase: Pair(ink: 231, paper: 237), changed: Pair(ink: 16, paper: 222),
    notRead: 160, hole: Pair(ink: 124, paper: 224), due: 94, lagBar: 246,
    letters: [25, 94, 22, 90, 61, 130, 58, 240],
    ribbons: [67, 136, 65, 133, 62, 166, 64, 243])

  /// On 234. Orange is kept for what nobody reads; owners differ from it and from each other for
  /// eyes without the red or the green cones too, most of all the first four.
  static let colorBlindDark = Palette(
    background: 234, text: 252, quiet: 246, faint: 239, label: 247, strong: 255,
    phase: Pair(ink: 234, paper: 252), changed: Pair(ink: 234, paper: 229),
    notRead: 214, hole: Pair(ink: 214, paper: 52), due: 229, lagBar: 244,
    letters: [69, 123, 169, 101, 230, 183, 250, 150],
    ribbons: [69, 159, 96, 101, 230, 183, 181, 150])

  /// The same on 231.
  static let colorBlindLight = Palette(
    background: 231, text: 236, quiet: 243, faint: 250, label: 242, strong: 16,
    phase: Pair(ink: 231, paper: 237), changed: Pair(ink: 16, paper: 222),
    notRead: 130, hole: Pair(ink: 88, paper: 223), due: 90, lagBar: 246,
    letters: [25, 29, 235, 21, 17, 27, 19, 96],
    ribbons: [25, 29, 235, 57, 53, 99, 18, 139])
}
