/// What a cell means. A ``Theme`` turns it into colors; nothing else knows any.
public enum Role: Hashable, Sendable {
  /// The three strengths of gray. `faint` only for what is drawn a second time elsewhere.
  case text, quiet, faint
  /// Emphasis without color.
  case title, strong, key
  /// Headings, and Why, Cost, Next.
  case label
  /// Reversed: the phase badge, the chosen row, the current beat.
  case phase, selection, beat
  /// What the last step changed.
  case changed
  /// The number or the badge of a partition nobody reads. The only meaning of red.
  case notRead
  /// The hole in a ribbon of two rows, which has a background; text standing in it; and the
  /// hole in a ribbon of one row, which has none.
  case hole, holeText, holeInOneRow
  /// What will happen at a known time.
  case due
  case warning
  case lagBar, lagBarNotRead
  /// An owner's letter as text.
  case ownerLetter(Hue)
  /// An owner's letter, reversed.
  case ownerBadge(Hue)
  /// The body of an owner's ribbon.
  case ownerRibbon(Hue)
  /// The letter at the head of a piece of ribbon.
  case ownerRibbonTag(Hue)
}
