import Screen

/// The colors of a cell in a picture, where reversed and the terminal's own have to be resolved.
struct SvgColors: Equatable {
  let foreground: UInt32
  let background: UInt32

  init(_ attributes: Attributes, theme: Theme) {
    let plain = SvgColors.plain(theme)
    let front = attributes.foreground.map(XtermColor.rgb) ?? plain.foreground
    let back = attributes.background.map(XtermColor.rgb) ?? plain.background
    foreground = attributes.isReversed ? back : front
    background = attributes.isReversed ? front : back
  }

  private init(foreground: UInt32, background: UInt32) {
    self.foreground = foreground
    self.background = background
  }

  /// What stands for the terminal's own colors.
  static func plain(_ theme: Theme) -> SvgColors {
    switch (theme.depth, theme.shade.isDark) {
    case (.colors256, true): SvgColors(foreground: 0xd0d0d0, background: 0x1c1c1c)
    case (.colors256, false): SvgColors(foreground: 0x303030, background: 0xffffff)
    case (_, true): SvgColors(foreground: 0xd0d0d0, background: 0x000000)
    case (_, false): SvgColors(foreground: 0x000000, background: 0xffffff)
    }
  }

  /// `#rrggbb`.
  static func text(_ color: UInt32) -> String {
    let digits = String(color, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
