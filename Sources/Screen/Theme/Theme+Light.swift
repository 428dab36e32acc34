extension Theme {
  static let lightBackground: UInt8 = 231
  private static let letters: [UInt8] = [25, 94, 22, 90, 61, 130, 58, 240]
  private static let ribbons: [UInt8] = [67, 136, 65, 133, 62, 166, 64, 243]

  /// 256 colors on 231.
  static func light(_ role: Role) -> Attributes {
    func on(_ foreground: UInt8, _ background: UInt8 = lightBackground, bold: Bool = false)
      -> Attributes
    {
      Attributes(foreground: foreground, background: background, isBold: bold)
    }
    return switch role {
    case .text: on(236)
    case .quiet: on(243)
    case .faint: on(250)
    case .title, .strong, .key: on(16, bold: true)
    case .label: on(242)
    case .phase, .selection, .beat: on(231, 237, bold: true)
    case .changed: on(16, 222, bold: true)
    case .notRead: on(160, bold: true)
    case .hole: on(160, 224)
    case .holeText: on(160, 224, bold: true)
    case .holeInOneRow: on(160)
    case .due, .warning: on(94)
    case .lagBar: on(246)
    case .lagBarNotRead: on(160)
    case .ownerLetter(let hue): on(letters[Int(hue.index)], bold: true)
    case .ownerBadge(let hue): on(lightBackground, letters[Int(hue.index)], bold: true)
    case .ownerRibbon(let hue): on(ribbons[Int(hue.index)])
    case .ownerRibbonTag(let hue): on(16, ribbons[Int(hue.index)], bold: true)
    }
  }
}
