/// Maps roles to attributes for one kind of terminal.
///
/// With 256 colors the theme paints its own background; with fewer, and without color, it stays
/// on the terminal's.
public struct Theme: Hashable, Sendable {
  public enum Shade: String, Hashable, Sendable, CaseIterable {
    case dark, light
    /// For eyes without the red or the green cones (protanopia, deuteranopia).
    case colorBlind = "color-blind"
    case colorBlindLight = "color-blind-light"

    /// Whether it is light on a dark background.
    public var isDark: Bool { self == .dark || self == .colorBlind }

    var isForColorBlind: Bool { self == .colorBlind || self == .colorBlindLight }

    func attributes(for role: Role) -> Attributes {
      switch self {
      case .dark: Palette.dark.attributes(for: role)
      case .light: Palette.light.attributes(for: role)
      case .colorBlind: Palette.colorBlindDark.attributes(for: role)
      case .colorBlindLight: Palette.colorBlindLight.attributes(for: role)
      }
    }
  }

  public let shade: Shade
  public let depth: ColorDepth

  public init(shade: Shade, depth: ColorDepth) {
    self.shade = shade
    self.depth = depth
  }

  public func attributes(for role: Role) -> Attributes {
    switch depth {
    case .colors256: shade.attributes(for: role)
    case .colors16: Theme.basic(role, hasGray: true, isColorBlind: shade.isForColorBlind)
    case .colors8: Theme.basic(role, hasGray: false, isColorBlind: shade.isForColorBlind)
    case .mono: Theme.mono(role)
    }
  }
}
