/// Maps roles to attributes for one kind of terminal.
///
/// With 256 colors the theme paints its own background; with fewer, and without color, it stays
/// on the terminal's.
public struct Theme: Hashable, Sendable {
  public enum Shade: String, Hashable, Sendable, CaseIterable {
    case dark, light
  }

  public let shade: Shade
  public let depth: ColorDepth

  public init(shade: Shade, depth: ColorDepth) {
    self.shade = shade
    self.depth = depth
  }

  public func attributes(for role: Role) -> Attributes {
    switch depth {
    case .colors256: shade == .dark ? Theme.dark(role) : Theme.light(role)
    case .colors16: Theme.basic(role, hasGray: true)
    case .colors8: Theme.basic(role, hasGray: false)
    case .mono: Theme.mono(role)
    }
  }
}
