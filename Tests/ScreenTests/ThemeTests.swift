import Screen
import Testing

@Suite struct ThemeTests {
  private let owners = (0..<Hue.count).map { Hue(owner: $0) }

  private func look(_ role: Role, _ shade: Theme.Shade, _ depth: ColorDepth) -> Attributes {
    Theme(shade: shade, depth: depth).attributes(for: role)
  }

  @Test func tableOf256Colors() {
    let table: [(Role, dark: [UInt8], light: [UInt8], bold: Bool)] = [
      (.text, [252, 234], [236, 231], false), (.quiet, [246, 234], [243, 231], false),
      (.faint, [239, 234], [250, 231], false), (.title, [255, 234], [16, 231], true),
      (.label, [247, 234], [242, 231], false), (.phase, [234, 252], [231, 237], true),
      (.changed, [234, 229], [16, 222], true), (.notRead, [203, 234], [160, 231], true),
      (.hole, [203, 52], [160, 224], false), (.holeInOneRow, [203, 234], [160, 231], false),
      (.due, [229, 234], [94, 231], false), (.lagBar, [244, 234], [246, 231], false),
      (.lagBarNotRead, [203, 234], [160, 231], false),
    ]
    for (role, dark, light, bold) in table {
      let onDark = Attributes(foreground: dark[0], background: dark[1], isBold: bold)
      let onLight = Attributes(foreground: light[0], background: light[1], isBold: bold)
      #expect(look(role, .dark, .colors256) == onDark, "\(role)")
      #expect(look(role, .light, .colors256) == onLight, "\(role)")
    }
  }

  @Test func ownersHaveTheirHues() {
    let letters: [Int] = [75, 221, 43, 176, 105, 208, 150, 252]
    let ribbons: [Int] = [67, 136, 65, 133, 62, 166, 64, 243]
    let basics: [Int] = [6, 3, 2, 5, 4, 7, 6, 3]
    for (index, hue) in owners.enumerated() {
      let letter = look(.ownerLetter(hue), .dark, .colors256)
      let badge = look(.ownerBadge(hue), .dark, .colors256)
      #expect(letter.foreground.map(Int.init) == letters[index])
      #expect(badge.background == letter.foreground && badge.foreground == letter.background)
      let ribbon = look(.ownerRibbon(hue), .light, .colors256)
      let tag = look(.ownerRibbonTag(hue), .light, .colors256)
      #expect(ribbon.foreground.map(Int.init) == ribbons[index])
      #expect(tag.background == ribbon.foreground && tag.isBold)
      #expect(look(.ownerBadge(hue), .dark, .colors16).foreground.map(Int.init) == basics[index])
    }
  }

  @Test func fewerColors() {
    #expect(look(.phase, .dark, .colors16) == Attributes(isBold: true, isReversed: true))
    #expect(look(.changed, .dark, .colors16) == Attributes(foreground: 3, isReversed: true))
    #expect(look(.notRead, .dark, .colors8) == Attributes(foreground: 1, isBold: true))
    #expect(look(.faint, .dark, .colors16).foreground == 8)
    #expect(look(.faint, .dark, .colors8).foreground == nil)
    let roles: [Role] =
      [.text, .title, .phase, .changed, .notRead, .hole, .due, .lagBar]
      + owners.flatMap { [.ownerLetter($0), .ownerBadge($0), .ownerRibbon($0)] }
    for role in roles {
      let mono = look(role, .light, .mono)
      #expect(mono.foreground == nil && mono.background == nil)
    }
    #expect(look(.ownerBadge(owners[0]), .dark, .mono).isReversed)
    // Red and green look alike to some, so neither tells what is read from what is not.
    #expect(look(.notRead, .colorBlind, .colors16) == Attributes(foreground: 3, isBold: true))
    let hues = owners.map { look(.ownerBadge($0), .colorBlindLight, .colors8).foreground }
    #expect(!hues.contains(1) && !hues.contains(2) && !hues.contains(3))
  }

  @Test func depthFollowsTheTerminalAndNoColor() {
    #expect(ColorDepth(colors: 256, noColor: nil) == .colors256)
    #expect(ColorDepth(colors: 16_777_216, noColor: "") == .colors256)
    #expect(ColorDepth(colors: 88, noColor: nil) == .colors16)
    #expect(ColorDepth(colors: 8, noColor: nil) == .colors8)
    #expect(ColorDepth(colors: 0, noColor: nil) == .mono)
    #expect(ColorDepth(colors: 256, noColor: "1") == .mono)
  }

  @Test func paletteOfXterm() {
    #expect(XtermColor.rgb(234) == 0x1c1c1c)
    #expect(XtermColor.rgb(231) == 0xffffff)
    #expect(XtermColor.rgb(203) == 0xff5f5f)
    #expect(XtermColor.rgb(16) == 0)
    #expect(XtermColor.rgb(255) == 0xeeeeee)
  }
}
