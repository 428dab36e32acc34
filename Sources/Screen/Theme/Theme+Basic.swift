extension Theme {
  private static let owners: [UInt8] = [6, 3, 2, 5, 4, 7, 6, 3]

  /// 8 or 16 colors on the terminal's own background, which may be dark or light. With 8 there
  /// is no gray between the two: faint is then like any text.
  static func basic(_ role: Role, hasGray: Bool) -> Attributes {
    func plain(_ foreground: UInt8?, bold: Bool = false, reversed: Bool = false) -> Attributes {
      Attributes(foreground: foreground, isBold: bold, isReversed: reversed)
    }
    return switch role {
    case .text, .quiet, .label, .lagBar: plain(nil)
    case .faint: plain(hasGray ? 8 : nil)
    case .title, .strong, .key: plain(nil, bold: true)
    case .phase, .selection, .beat: plain(nil, bold: true, reversed: true)
    case .changed: plain(3, reversed: true)
    case .notRead, .holeText: plain(1, bold: true)
    case .hole, .holeInOneRow, .lagBarNotRead: plain(1)
    case .due, .warning: plain(3)
    case .ownerLetter(let hue): plain(owners[Int(hue.index)])
    case .ownerBadge(let hue): plain(owners[Int(hue.index)], reversed: true)
    case .ownerRibbon(let hue): plain(owners[Int(hue.index)])
    case .ownerRibbonTag(let hue): plain(owners[Int(hue.index)], reversed: true)
    }
  }
}
