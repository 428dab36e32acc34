#if Security
  import Crypto

  /// The hashes of one SCRAM mechanism (RFC 5802, section 3).
  struct ScramHash: Hashable, Sendable {
    /// `PLAIN` has none.
    init?(_ mechanism: SaslMechanism) {
      switch mechanism {
      case .plain: return nil
      case .scramSha256: isLong = false
      case .scramSha512: isLong = true
      }
    }

    private let isLong: Bool

    /// `H(str)`.
    func digest(_ bytes: [UInt8]) -> [UInt8] {
      isLong ? Array(SHA512.hash(data: bytes)) : Array(SHA256.hash(data: bytes))
    }

    /// `HMAC(key, str)`.
    func hmac(_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
      isLong ? Self.hmac(SHA512.self, key, bytes) : Self.hmac(SHA256.self, key, bytes)
    }

    /// `Hi(str, salt, i)`: what makes guessing a password slow.
    func salted(_ password: String, _ salt: [UInt8], _ iterations: Int) -> [UInt8] {
      let key = Array(password.utf8)
      return isLong
        ? Self.salted(SHA512.self, key, salt, iterations)
        : Self.salted(SHA256.self, key, salt, iterations)
    }

    private static func hmac<H: HashFunction>(
      _ hash: H.Type, _ key: [UInt8], _ bytes: [UInt8]
    ) -> [UInt8] {
      Array(HMAC<H>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
    }

    private static func salted<H: HashFunction>(
      _ hash: H.Type, _ key: [UInt8], _ salt: [UInt8], _ iterations: Int
    ) -> [UInt8] {
      let keyed = HMAC<H>(key: SymmetricKey(data: key))
      func next(_ bytes: [UInt8]) -> [UInt8] {
        var code = keyed
        code.update(data: bytes)
        return Array(code.finalize())
      }
      var last = next(salt + [0, 0, 0, 1])
      var sum = last
      for _ in 1..<iterations {
        last = next(last)
        for index in sum.indices { sum[index] ^= last[index] }
      }
      return sum
    }

    static func xor(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
      zip(one, other).map { $0.0 ^ $0.1 }
    }
  }
#endif
