extension Theme {
  /// No color: bold and reversed only. The tag of a ribbon is reversed so that the letter stands
  /// out of the ink around it.
  static func mono(_ role: Role) -> Attributes {
    switch role {
    case .text, .quiet, .faint, .label, .hole, .holeInOneRow, .lagBar, .lagBarNotRead,
      .ownerLetter, .ownerRibbon:
      Attributes()
    case .title, .strong, .key, .notRead, .holeText, .due, .warning:
      Attributes(isBold: true)
    case .phase, .selection, .beat, .changed, .ownerBadge, .ownerRibbonTag:
      Attributes(isReversed: true)
    }
  }
}
