/// How a word ends when it is read aloud in Korean.
public enum LastSound: Hashable, Sendable {
  case vowel
  /// The final ㄹ, which some particles treat as a vowel.
  case rieul
  case consonant

  /// Letters are read by their names (L 엘, M 엠, N 엔, R 아르), digits as Sino-Korean numbers;
  /// signs at the end are passed over.
  public init(of word: String) {
    for scalar in word.unicodeScalars.reversed() {
      if let sound = Self.sound(scalar) {
        self = sound
        return
      }
    }
    self = .vowel
  }

  private static func sound(_ scalar: Unicode.Scalar) -> LastSound? {
    let value = scalar.value
    if (0xAC00...0xD7A3).contains(value) {
      switch (value - 0xAC00) % 28 {
      case 0: return .vowel
      case 8: return .rieul
      default: return .consonant
      }
    }
    switch scalar {
    case "0", "3", "6", "M", "m", "N", "n": return .consonant
    case "1", "7", "8", "L", "l": return .rieul
    case "2", "4", "5", "9", "A"..."Z", "a"..."z": return .vowel
    default: return nil
    }
  }
}
