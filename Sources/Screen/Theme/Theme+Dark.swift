extension Theme {
  static let darkBackground: UInt8 = 234
  private static let letters: [UInt8] = [75, 221, 43, 176, 105, 208, 150, 252]
  private static let ribbons: [UInt8] = [67, 179, 72, 139, 104, 173, 108, 246]

  /// 256 colors on 234. The owners' hues follow Okabe and Ito without vermilion, which is kept
  /// for what nobody reads.
  static func dark(_ role: Role) -> Attributes {
    func on(_ foreground: UInt8, _ background: UInt8 = darkBackground, bold: Bool = false)
      -> Attributes
    {
      Attributes(foreground: foreground, background: background, isBold: bold)
    }
    return switch role {
    case .text: on(252)
    case .quiet: on(246)
    case .faint: on(239)
    case .title, .strong, .key: on(255, bold: true)
    case .label: on(247)
    case .phase, .selection, .beat: on(234, 252, bold: true)
    case .changed: on(234, 229, bold: true)
    case .notRead: on(203, bold: true)
    case .hole: on(203, 52)
    case .holeText: on(203, 52, bold: true)
    case .holeInOneRow: on(203)
    case .due, .warning: on(229)
    case .lagBar: on(244)
    case .lagBarNotRead: on(203)
    case .ownerLetter(let hue): on(letters[Int(hue.index)], bold: true)
    case .ownerBadge(let hue): on(darkBackground, letters[Int(hue.index)], bold: true)
    case .ownerRibbon(let hue): on(ribbons[Int(hue.index)])
    case .ownerRibbonTag(let hue): on(16, ribbons[Int(hue.index)], bold: true)
    }
  }
}
