import Narration
import Screen

/// What the signs of the picture mean, each drawn as the picture draws it.
struct SignsPage {
  private let book: any SignPhrasebook

  init(_ language: Language) { book = language.signs }

  func draw(_ canvas: inout Canvas) {
    let sections = Sign.Section.allCases
    if canvas.width >= 76 {
      draw(sections[..<2], x: 1, &canvas)
      draw(sections[2...], x: canvas.width / 2, &canvas)
    } else {
      draw(sections[...], x: 1, &canvas)
    }
  }

  private func draw(_ sections: ArraySlice<Sign.Section>, x: Int, _ canvas: inout Canvas) {
    var y = 2
    for section in sections {
      canvas.put(book.section(section), x: x, y: y, role: .label)
      y += 1
      for sign in Sign.allCases where sign.section == section {
        let (text, role) = Self.look(sign)
        canvas.put(text, x: x + 1, y: y, role: role)
        canvas.put(book.meaning(sign), x: x + 6, y: y, role: .text)
        y += 1
      }
      y += 1
    }
  }

  private static let owner = Hue(owner: 1)

  private static func look(_ sign: Sign) -> (String, Role) {
    switch sign {
    case .read: ("[B]", .ownerBadge(owner))
    case .assigned: ("(B)", .notRead)
    case .revoking: ("~B~", .ownerBadge(owner))
    case .ghost: ("░B░", .notRead)
    case .nobody: ("[ ]", .notRead)
    case .outsider: ("!B!", .warning)
    case .notRead: ("1.2", .notRead)
    case .lag: ("██▋", .lagBar)
    case .held: ("▒▒▒", .warning)
    case .stableOffset: ("LSO", .warning)
    case .now: ("╎", .faint)
    case .ribbon: ("▇▇▇", .ownerRibbon(owner))
    case .ghostRibbon: ("░░░", .holeInOneRow)
    case .hole: ("╍╍╍", .holeInOneRow)
    case .leader: ("★", .text)
    case .lane: ("───", .text)
    case .waiting: ("╌╌╌", .text)
    case .joinSent: ("J", .strong)
    case .syncSent: ("S", .strong)
    case .leaveSent: ("L", .strong)
    case .pollMissed: ("P", .notRead)
    case .died: ("†", .notRead)
    case .removed: ("✗", .holeInOneRow)
    case .due: ("╌╌◂", .due)
    case .moved: ("+", .strong)
    case .needless: ("!", .warning)
    }
  }
}
