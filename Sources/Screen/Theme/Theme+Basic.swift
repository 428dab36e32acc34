extension Theme {
  private static let owners: [UInt8] = [6, 3, 2, 5, 4, 7, 6, 3]
  /// Without green, which eyes without the red or the green cones take for yellow.
  private static let colorBlindOwners: [UInt8] = [6, 5, 7, 4, 6, 5, 7, 4]

  /// 8 or 16 colors on the terminal's own background, which may be dark or light. With 8 there
  /// is no gray between the two: faint is then like any text.
  static func basic(_ role: Role, hasGray: Bool, isColorBlind: Bool) -> Attributes {
    func plain(_ foreground: UInt8?, bold: Bool = false, reversed: Bool = false) -> Attributes {
      Attributes(foreground: foreground, isBold: bold, isReversed: reversed)
    }
    func owner(_ hue: Hue) -> UInt8 { (isColorBlind ? colorBlindOwners : owners)[Int(hue.index)] }
    let notRead: UInt8 = isColorBlind ? 3 : 1
    let due: UInt8 = isColorBlind ? 6 : 3
    return switch role {
    case .text, .quiet, .label, .lagBar: plain(nil)
    case .faint: plain(hasGray ? 8 : nil)
    case .title, .strong, .key: plain(nil, bold: true)
    case .phase, .selection, .beat: plain(nil, bold: true, reversed: true)
    case .changed: plain(due, reversed: true)
    case .notRead, .holeText: plain(notRead, bold: true)
    case .hole, .holeInOneRow, .lagBarNotRead: plain(notRead)
    case .due, .warning: plain(due)
    case .ownerLetter(let hue), .ownerRibbon(let hue): plain(owner(hue))
    case .ownerBadge(let hue), .ownerRibbonTag(let hue): plain(owner(hue), reversed: true)
    }
  }
}
