#if Security
  /// The broker's side of SCRAM, as `ScramSaslServer` has it.
  struct ScramServer {
    private let hash: ScramHash
    private let nonce: String
    private let credential: (String) -> ScramCredential?
    private var step = Step.first

    private enum Step {
      case first
      case final(ScramCredential, Begun)
      case over
    }

    /// What the client's last message has to go on from.
    private struct Begun {
      /// The header, as base64, which is sent a second time.
      var binding: String
      var message: [UInt8]
      var nonce: String
    }

    init(_ hash: ScramHash, nonce: String, credential: @escaping (String) -> ScramCredential?) {
      self.hash = hash
      self.nonce = nonce
      self.credential = credential
    }

    /// Whether the client has proved that it knows the password.
    var isComplete: Bool { if case .over = step { true } else { false } }

    /// The answer to the client's next message; nil where it is none, or proves nothing.
    mutating func answer(_ bytes: [UInt8]) -> [UInt8]? {
      switch step {
      case .first: return challenge(bytes)
      case .final(let credential, let begun): return judge(bytes, credential, begun)
      case .over: return nil
      }
    }

    private mutating func challenge(_ bytes: [UInt8]) -> [UInt8]? {
      // `n,,` or `n,a=NAME,`; then what the proof covers.
      guard bytes.count <= ScramMessage.mostBytes,
        let text = String(validating: bytes, as: UTF8.self), text.hasPrefix("n,"),
        let comma = text.dropFirst(2).firstIndex(of: ",")
      else { return nil }
      let bare = text[text.index(after: comma)...]
      let other = text.dropFirst(2)[..<comma]
      guard let message = ScramMessage(text: bare), let saslName = message.value("n", at: 0),
        let name = ScramMessage.name(ofSaslName: saslName),
        let clientNonce = message.value("r", at: 1), !clientNonce.isEmpty,
        // Nobody acts for somebody else here.
        other.isEmpty || other == "a=\(saslName)", let found = credential(name)
      else { return nil }
      let joined = clientNonce + nonce
      let answer = "r=\(joined),s=\(ScramMessage.encoded(found.salt)),i=\(found.iterations)"
      let header = Array(text[...comma].utf8)
      step = .final(
        found,
        Begun(
          binding: ScramMessage.encoded(header), message: Array("\(bare),\(answer),".utf8),
          nonce: joined))
      return Array(answer.utf8)
    }

    private mutating func judge(
      _ bytes: [UInt8], _ credential: ScramCredential, _ begun: Begun
    ) -> [UInt8]? {
      guard let message = ScramMessage(bytes), message.value("c", at: 0) == begun.binding,
        let nonce = message.value("r", at: 1),
        // As in Kafka: librdkafka before 2.6 puts the client's part before it once more.
        nonce.hasSuffix(begun.nonce), message.last >= 2,
        let clientProof = message.bytes("p", at: message.last),
        let end = String(decoding: bytes, as: UTF8.self).lastIndex(of: ",")
      else { return nil }
      let withoutProof = String(decoding: bytes, as: UTF8.self)[..<end]
      let proof = ScramProof(hash: hash, message: begun.message + Array(withoutProof.utf8))
      let signature = proof.clientSignature(storedKey: credential.storedKey)
      guard signature.count == clientProof.count,
        hash.digest(ScramHash.xor(signature, clientProof)).isSame(as: credential.storedKey)
      else { return nil }
      step = .over
      let own = proof.serverSignature(serverKey: credential.serverKey)
      return Array("v=\(ScramMessage.encoded(own))".utf8)
    }
  }
#endif
