import Screen
import Testing

/// What colors must be like to be told apart, and which themes keep to it.
@Suite struct ColorSightTests {
  private let owners = (0..<Hue.count).map { Hue(owner: $0) }

  private func look(_ role: Role, _ shade: Theme.Shade) -> Attributes {
    Theme(shade: shade, depth: .colors256).attributes(for: role)
  }

  private func contrast(_ role: Role, _ shade: Theme.Shade) -> Double {
    let look = look(role, shade)
    guard let ink = look.foreground, let paper = look.background else { return 0 }
    return ColorSight.contrast(ink, paper)
  }

  private func ink(_ role: Role, _ shade: Theme.Shade) -> UInt8 {
    look(role, shade).foreground ?? 0
  }

  /// What cannot be told apart: owners from each other, and from what nobody reads.
  private func faults(
    _ shade: Theme.Shade, seenWith sights: [ColorSight], apart: Double, firstFour: Double,
    fromNotRead: Double
  ) -> [String] {
    let inks = [
      owners.map { ink(.ownerLetter($0), shade) }, owners.map { ink(.ownerRibbon($0), shade) },
    ]
    let notRead = ink(.notRead, shade)
    var faults: [String] = []
    func check(_ first: UInt8, _ second: UInt8, _ least: Double) {
      for sight in sights where sight.distance(first, second) < least {
        faults.append("\(sight): \(first) and \(second)")
      }
    }
    for list in inks {
      for (place, color) in list.enumerated() {
        check(color, notRead, fromNotRead)
        for other in 0..<place { check(color, list[other], place < 4 ? firstFour : apart) }
      }
    }
    return faults
  }

  @Test(arguments: Theme.Shade.allCases)
  func `Text is readable and bars are seen on every background`(_ shade: Theme.Shade) {
    let texts: [Role] =
      [.text, .quiet, .title, .strong, .key, .label, .phase, .selection, .beat, .changed]
      + [.notRead, .holeText, .due, .warning]
      + owners.flatMap { [.ownerLetter($0), .ownerBadge($0), .ownerRibbonTag($0)] }
    for role in texts { #expect(contrast(role, shade) >= 4.3, "\(role)") }
    let bars: [Role] =
      [.hole, .holeInOneRow, .lagBar, .lagBarNotRead] + owners.map { .ownerRibbon($0) }
    for role in bars { #expect(contrast(role, shade) >= 3, "\(role)") }
  }

  @Test(arguments: [Theme.Shade.colorBlind, .colorBlindLight])
  func `Colour-blind eyes tell owners apart, and what nobody reads from them`(
    _ shade: Theme.Shade
  ) {
    let found = faults(
      shade, seenWith: ColorSight.allCases, apart: 20, firstFour: 30, fromNotRead: 33)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: Theme.Shade.allCases)
  func `The usual eye tells all hues apart`(_ shade: Theme.Shade) {
    let found = faults(shade, seenWith: [.usual], apart: 13, firstFour: 26, fromNotRead: 28)
    #expect(found.isEmpty, "\(found)")
  }

  /// They are why there are the others; and a theme that fails is found.
  @Test(arguments: [Theme.Shade.dark, .light])
  func `The usual themes lean on the letters where eyes cannot tell their hues apart`(
    _ shade: Theme.Shade
  ) {
    for sight in [ColorSight.protanopia, .deuteranopia] {
      let found = faults(shade, seenWith: [sight], apart: 20, firstFour: 30, fromNotRead: 33)
      #expect(!found.isEmpty)
    }
  }

  @Test func `Sight is measured as others measure it`() {
    #expect(abs(ColorSight.contrast(16, 231) - 21) < 0.001)
    #expect(ColorSight.usual.distance(16, 231) > 99.9)
    #expect(ColorSight.usual.distance(16, 231) < 100.1)
    // Red and green: far apart, and for many men not.
    let usual = ColorSight.usual.distance(160, 64)
    #expect(ColorSight.deuteranopia.distance(160, 64) < usual / 5)
  }
}
