/// The 256-color indices of one shade, all on its own background.
struct Palette: Hashable, Sendable {
  /// Ink on paper.
  struct Pair: Hashable, Sendable {
    var ink: UInt8
    var paper: UInt8
  }

  var background: UInt8
  /// The three strengths of gray, and headings.
  var text, quiet, faint, label: UInt8
  /// Titles, keys and what is strong; bold.
  var strong: UInt8
  /// Of the phase badge, the chosen row and the current beat.
  var phase: Pair
  var changed: Pair
  /// What nobody reads, on the background.
  var notRead: UInt8
  /// Text in a hole, and the hole's paper.
  var hole: Pair
  var due: UInt8
  var lagBar: UInt8
  /// By hue: as text or badge, and calmer as ribbon.
  var letters: [UInt8]
  var ribbons: [UInt8]

  func attributes(for role: Role) -> Attributes {
    switch role {
    case .text: on(text)
    case .quiet: on(quiet)
    case .faint: on(faint)
    case .label: on(label)
    case .title, .strong, .key: on(strong, bold: true)
    case .phase, .selection, .beat: on(phase.ink, phase.paper, bold: true)
    case .changed: on(changed.ink, changed.paper, bold: true)
    case .notRead: on(notRead, bold: true)
    case .hole: on(notRead, hole.paper)
    case .holeText: on(hole.ink, hole.paper, bold: true)
    case .holeInOneRow, .lagBarNotRead: on(notRead)
    case .due, .warning: on(due)
    case .lagBar: on(lagBar)
    case .ownerLetter(let hue): on(letters[Int(hue.index)], bold: true)
    case .ownerBadge(let hue): on(background, letters[Int(hue.index)], bold: true)
    case .ownerRibbon(let hue): on(ribbons[Int(hue.index)])
    case .ownerRibbonTag(let hue): tag(on: ribbons[Int(hue.index)])
    }
  }

  private func on(_ ink: UInt8, _ paper: UInt8? = nil, bold: Bool = false) -> Attributes {
    Attributes(foreground: ink, background: paper ?? background, isBold: bold)
  }

  /// Black or white, whichever stands out more.
  private func tag(on ribbon: UInt8) -> Attributes {
    let rgb = XtermColor.rgb(ribbon)
    let parts = [rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff]
    // The square stands for the screen's gamma; the weights are the eye's.
    let weights: [UInt32] = [2126, 7152, 722]
    let light = zip(parts, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 / 10_000 }
    return on(light > 13_500 ? 16 : 231, ribbon, bold: true)
  }
}
