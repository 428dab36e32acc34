#if Security
  /// The client's side of SCRAM (RFC 5802): it proves that it knows the password without sending
  /// it, and lets the broker in turn prove that it knows the password's keys.
  struct ScramClient {
    /// Kafka's and the RFC's least; more than the most would be work for nothing.
    static let iterations = 4_096...100_000

    private let settings: SaslSettings
    private let hash: ScramHash
    private let nonce: String
    private var serverSignature: [UInt8]?

    init(_ settings: SaslSettings, _ hash: ScramHash, nonce: String) {
      self.settings = settings
      self.hash = hash
      self.nonce = nonce
    }

    private var bare: String { "n=\(ScramMessage.saslName(settings.username)),r=\(nonce)" }
    /// No channel binding, no other identity.
    private static let header = "n,,"

    var first: [UInt8] { Array((Self.header + bare).utf8) }

    /// The proof, for the broker's salt.
    mutating func final(answering bytes: [UInt8]) throws(SecurityFault) -> [UInt8] {
      guard let message = ScramMessage(bytes), let joined = message.value("r", at: 0),
        let salt = message.bytes("s", at: 1), let count = message.value("i", at: 2),
        let iterations = Int(count)
      else { throw SecurityFault("sends a SCRAM message that is none", kind: .untrusted) }
      guard joined.hasPrefix(nonce), joined.utf8.count > nonce.utf8.count else {
        throw SecurityFault(
          "answers somebody else's SCRAM message (its nonce is not ours)", kind: .untrusted)
      }
      guard Self.iterations.contains(iterations) else {
        let (least, most) = (Self.iterations.lowerBound, Self.iterations.upperBound)
        throw SecurityFault(
          "asks for \(iterations) SCRAM iterations; \(least) to \(most) will do", kind: .untrusted)
      }
      let withoutProof = "c=\(ScramMessage.encoded(Array(Self.header.utf8))),r=\(joined)"
      let all = Array("\(bare),".utf8) + bytes + Array(",\(withoutProof)".utf8)
      let salted = hash.salted(settings.password.text, salt, iterations)
      let proof = prove(salted, all)
      return Array("\(withoutProof),p=\(ScramMessage.encoded(proof))".utf8)
    }

    private mutating func prove(_ salted: [UInt8], _ message: [UInt8]) -> [UInt8] {
      let keys = ScramCredential.Keys(salted: salted, hash)
      let proof = ScramProof(hash: hash, message: message)
      serverSignature = proof.serverSignature(serverKey: keys.server)
      return ScramHash.xor(keys.client, proof.clientSignature(storedKey: hash.digest(keys.client)))
    }

    /// Whether the broker knows the password's keys, too.
    func verify(_ bytes: [UInt8]) throws(SecurityFault) {
      guard let message = ScramMessage(bytes) else {
        throw SecurityFault("sends a SCRAM message that is none", kind: .untrusted)
      }
      if let error = message.value("e", at: 0) {
        throw SecurityFault("refuses the SCRAM proof: \(error)", kind: .untrusted)
      }
      guard let signature = message.bytes("v", at: 0), let serverSignature,
        signature.isSame(as: serverSignature)
      else {
        throw SecurityFault(
          "does not know the password either: its SCRAM signature is wrong", kind: .untrusted)
      }
    }
  }
#endif
