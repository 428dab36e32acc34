import Glibc
import Screen

/// How colors look: to whom, on what, and how far apart. All on the palette's indices.
enum ColorSight: CaseIterable {
  case usual
  /// Without the red cones, and without the green ones.
  case protanopia, deuteranopia

  /// WCAG 2's contrast, 1 to 21.
  static func contrast(_ first: UInt8, _ second: UInt8) -> Double {
    let lights = [first, second].map { index in
      let color = linear(index)
      return 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
    }.sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// The distance in CIELAB (1976): 2 is just seen side by side, 20 across a room.
  func distance(_ first: UInt8, _ second: UInt8) -> Double {
    zip(lab(first), lab(second)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// Machado, Oliveira and Fernandes (2009), at their full strength, for linear RGB.
  private var rows: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }

  private func lab(_ index: UInt8) -> [Double] {
    let seen = Self.product(rows, Self.linear(index)).map { min(1, max(0, $0)) }
    let toXyz = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
      [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let parts = zip(Self.product(toXyz, seen), white).map { part, white in
      let share = part / white
      return share > 216 / 24389 ? cbrt(share) : (24389 / 27 * share + 16) / 116
    }
    return [116 * parts[1] - 16, 500 * (parts[0] - parts[1]), 200 * (parts[1] - parts[2])]
  }

  private static func product(_ rows: [[Double]], _ column: [Double]) -> [Double] {
    rows.map { row in zip(row, column).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private static func linear(_ index: UInt8) -> [Double] {
    let rgb = XtermColor.rgb(index)
    return [rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }
}
