/// A Korean particle that depends on the last sound of the word before it.
public enum Particle: Hashable, Sendable, CaseIterable {
  /// 은/는
  case topic
  /// 이/가
  case subject
  /// 을/를
  case object
  /// 으로/로; ㄹ counts as a vowel here.
  case toward
  /// 과/와
  case with

  public func text(after word: String) -> String {
    let sound = LastSound(of: word)
    return switch self {
    case .topic: sound == .vowel ? "는" : "은"
    case .subject: sound == .vowel ? "가" : "이"
    case .object: sound == .vowel ? "를" : "을"
    case .toward: sound == .consonant ? "으로" : "로"
    case .with: sound == .vowel ? "와" : "과"
    }
  }
}

extension String {
  /// The word with the particle that its sound asks for.
  func with(_ particle: Particle) -> String { self + particle.text(after: self) }
}
