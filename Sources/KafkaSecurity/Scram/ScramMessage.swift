#if Security
  import FoundationEssentials

  /// A message of SCRAM: `letter=value` with commas between them (RFC 5802, section 7).
  struct ScramMessage {
    /// Longer ones are nobody's.
    static let mostBytes = 16_384

    private var attributes: [(letter: Character, value: Substring)] = []

    /// nil where it has not that form.
    init?(_ bytes: [UInt8]) {
      guard bytes.count <= Self.mostBytes, let text = String(validating: bytes, as: UTF8.self)
      else { return nil }
      self.init(text: text[...])
    }

    init?(text: Substring) {
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let letter = part.first, letter.isASCII, letter.isLetter,
          part.dropFirst().first == "="
        else { return nil }
        attributes.append((letter, part.dropFirst(2)))
      }
    }

    /// Attributes stand in an order that is fixed; this one is at its place.
    func value(_ letter: Character, at place: Int) -> String? {
      guard attributes.indices.contains(place), attributes[place].letter == letter else {
        return nil
      }
      return String(attributes[place].value)
    }

    /// Bytes as base64.
    func bytes(_ letter: Character, at place: Int) -> [UInt8]? {
      value(letter, at: place).flatMap(Self.decoded)
    }

    var last: Int { attributes.count - 1 }

    static func decoded(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map { Array($0) } }

    static func encoded(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// A name in which no comma ends an attribute (`saslname`).
    static func saslName(_ name: String) -> String {
      name.split(separator: "=", omittingEmptySubsequences: false).joined(separator: "=3D")
        .split(separator: ",", omittingEmptySubsequences: false).joined(separator: "=2C")
    }

    /// The name again; nil where an equals sign is none of the two escapes.
    static func name(ofSaslName text: String) -> String? {
      var name = ""
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      name += parts[0]
      for part in parts.dropFirst() {
        switch part.prefix(2) {
        case "2C": name += ","
        case "3D": name += "="
        default: return nil
        }
        name += part.dropFirst(2)
      }
      return name
    }

    /// Letters by chance, without a comma.
    static func nonce() -> String {
      var generator = SystemRandomNumberGenerator()
      return encoded((0..<24).map { _ in UInt8.random(in: 0 ... .max, using: &generator) })
    }
  }

  /// What both sides of an exchange compute alike.
  struct ScramProof {
    let hash: ScramHash
    /// `AuthMessage`.
    let message: [UInt8]

    func clientSignature(storedKey: [UInt8]) -> [UInt8] { hash.hmac(storedKey, message) }
    func serverSignature(serverKey: [UInt8]) -> [UInt8] { hash.hmac(serverKey, message) }
  }
#endif
