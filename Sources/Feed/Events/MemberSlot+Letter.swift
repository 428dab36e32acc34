extension MemberSlot {
  /// A–Z, a–z, then AA, AB …: the letter that stands for the member wherever it is named.
  public var letter: String {
    if index < Self.singles.count { return Self.singles[index] }
    let rest = index - Self.singles.count
    let first = Self.capitals[min(rest / 26, 25)]
    return String(first) + String(Self.capitals[rest % 26])
  }

  /// One of eight hues; the letter decides, the hue helps.
  public var hue: Int { index % 8 }

  private static let capitals = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let singles = (capitals + smalls).map { String($0) }
  private static let smalls = Array("abcdefghijklmnopqrstuvwxyz")
}
