/// The 256 colors of xterm as red, green and blue, for pictures.
public enum XtermColor {
  private static let basics: [UInt32] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  /// 0xRRGGBB of a color of the palette: 16 basic ones, a cube of 6 × 6 × 6, and 24 grays.
  public static func rgb(_ index: UInt8) -> UInt32 {
    let number = UInt32(index)
    if number < 16 { return basics[Int(number)] }
    if number >= 232 { return (8 + (number - 232) * 10) * 0x010101 }
    let place = number - 16
    return level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6)
  }

  private static func level(_ step: UInt32) -> UInt32 {
    step == 0 ? 0 : 55 + step * 40
  }
}
