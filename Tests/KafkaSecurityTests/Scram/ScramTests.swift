#if Security
  import Testing

  @testable import KafkaSecurity

  /// The exchanges that the RFCs print, and what a client must not believe.
  @Suite struct ScramTests {
    private let settings = SaslSettings(
      mechanism: .scramSha256, username: "user", password: Secret("pencil"))

    private func hash(_ mechanism: SaslMechanism) throws -> ScramHash {
      try #require(ScramHash(mechanism))
    }

    private func text(_ bytes: [UInt8]?) -> String? {
      bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// RFC 7677, section 3.
    @Test func sha256() throws {
      var client = ScramClient(settings, try hash(.scramSha256), nonce: "rOprNGfwEbeRWgbNEkqO")
      #expect(text(client.first) == "n,,n=user,r=rOprNGfwEbeRWgbNEkqO")
      let first =
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
      let final = try client.final(answering: Array(first.utf8))
      #expect(
        text(final)
          == "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
          + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
      try client.verify(Array("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=".utf8))
      #expect(throws: SecurityFault.self) {
        try client.verify(Array("v=7rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=".utf8))
      }
      #expect(throws: SecurityFault.self) { try client.verify(Array("v=".utf8)) }
      #expect(throws: SecurityFault.self) { try client.verify(Array("e=other-error".utf8)) }
    }

    /// PBKDF2-HMAC-SHA-512 and SHA-256 as other tools compute them.
    @Test func saltedPasswords() throws {
      #expect(
        ScramMessage.encoded(try hash(.scramSha512).salted("pencil", Array("salt".utf8), 4_096))
          == Vectors.sha512)
      #expect(
        ScramMessage.encoded(try hash(.scramSha256).salted("pencil", Array("salt".utf8), 4_096))
          == Vectors.sha256)
    }

    @Test func whatAClientDoesNotBelieve() throws {
      let nonce = "abc"
      let refused = [
        "", "r=abcd", "r=abcd,s=QUJD", "r=abcd,s=?,i=4096", "r=abc,s=QUJD,i=4096",
        "r=xabcd,s=QUJD,i=4096", "r=abcd,s=QUJD,i=4095", "r=abcd,s=QUJD,i=100001",
        "r=abcd,s=QUJD,i=99999999999999999999", "m=x,r=abcd,s=QUJD,i=4096", "e=invalid",
      ]
      for message in refused {
        var client = ScramClient(settings, try hash(.scramSha256), nonce: nonce)
        #expect(throws: SecurityFault.self, "\(message)") {
          try client.final(answering: Array(message.utf8))
        }
      }
      var client = ScramClient(settings, try hash(.scramSha256), nonce: nonce)
      #expect(throws: SecurityFault.self) { try client.final(answering: [0xFF, 0xFE]) }
      // No proof was given yet, so that there is nothing to confirm.
      #expect(throws: SecurityFault.self) { try client.verify(Array("v=QUJD".utf8)) }
    }

    @Test func namesWithSigns() {
      #expect(ScramMessage.saslName("a=b,c=,") == "a=3Db=2Cc=3D=2C")
      for name in ["", "a", "=", ",", "=2C", "a=b,c=,=3D"] {
        #expect(ScramMessage.name(ofSaslName: ScramMessage.saslName(name)) == name)
      }
      for text in ["=", "=2", "=2c", "a=b"] {
        #expect(ScramMessage.name(ofSaslName: text) == nil, "\(text)")
      }
    }

    @Test func noncesDiffer() {
      #expect(ScramMessage.nonce() != ScramMessage.nonce())
      #expect(!ScramMessage.nonce().contains(","))
    }
  }

  /// Both of our sides, with each other.
  @Suite struct SaslTests {
    private func users() -> SaslUsers {
      var users = SaslUsers()
      users.add("al=ice,", password: Secret("tops3cret"))
      return users
    }

    /// The server's last word, with which the client is content.
    private func meet(
      _ mechanism: SaslMechanism, _ name: String, _ password: String
    ) throws -> SaslServer.Verdict {
      var client = SaslClient(
        SaslSettings(mechanism: mechanism, username: name, password: Secret(password)))
      var server = SaslServer(mechanism, users())
      var token = client.first()
      while true {
        let verdict = server.take(token)
        switch verdict {
        case .goesOn(let answer):
          token = try #require(try client.next(after: answer))
        case .done(let answer):
          #expect(try client.next(after: answer) == nil)
          return verdict
        case .refused: return verdict
        }
      }
    }

    @Test(arguments: SaslMechanism.allCases) func theRightPassword(mechanism: SaslMechanism) throws
    {
      let verdict = try meet(mechanism, "al=ice,", "tops3cret")
      guard case .done = verdict else { return #expect(Bool(false), "\(verdict)") }
    }

    @Test(arguments: SaslMechanism.allCases) func anythingElse(mechanism: SaslMechanism) throws {
      for (name, password) in [("al=ice,", "tops3cre"), ("al=ice,", ""), ("bob", "tops3cret")] {
        let verdict = try meet(mechanism, name, password)
        guard case .refused(let words) = verdict else {
          return #expect(Bool(false), "\(verdict)")
        }
        #expect(words.hasPrefix("Authentication failed"))
      }
    }

    @Test func whatIsNoToken() {
      for mechanism in SaslMechanism.allCases {
        for token: [UInt8] in [[], [0], [0xFF], Array("n,,".utf8), Array("n,,n=a,r=".utf8)] {
          var server = SaslServer(mechanism, users())
          guard case .refused = server.take(token) else {
            #expect(Bool(false), "\(mechanism) takes \(token)")
            continue
          }
        }
      }
    }

    /// librdkafka 2.0, which Debian has, sends its own part of the nonce twice; Kafka lets it.
    @Test func aNonceWithItsBeginningTwice() throws {
      let hash = try #require(ScramHash(.scramSha256))
      let credential = ScramCredential(
        password: Secret("pencil"), salt: [1], iterations: 4_096, hash)
      let keys = ScramCredential.Keys(salted: hash.salted("pencil", [1], 4_096), hash)
      for (nonce, isTaken) in [("bbx", true), ("bx", true), ("b", false), ("bxb", false)] {
        var server = ScramServer(hash, nonce: "x") { _ in credential }
        let answer = server.answer(Array("n,,n=a,r=b".utf8))
        let challenge = try #require(answer)
        let withoutProof = "c=biws,r=\(nonce)"
        let proof = ScramProof(
          hash: hash,
          message: Array("n=a,r=b,".utf8) + challenge + Array(",\(withoutProof)".utf8))
        let signature = proof.clientSignature(storedKey: credential.storedKey)
        let token = ScramMessage.encoded(ScramHash.xor(keys.client, signature))
        let end = server.answer(Array("\(withoutProof),p=\(token)".utf8))
        #expect((end != nil) == isTaken, "\(nonce)")
      }
    }

    @Test func whoActsForSomebodyElse() throws {
      for (header, isTaken) in [
        ("n,a=a,", true), ("n,a=b,", false), ("y,,", false), ("p=x,,", false),
      ] {
        var server = try ScramServer(#require(ScramHash(.scramSha256)), nonce: "x") { name in
          ScramHash(.scramSha256).map {
            ScramCredential(password: Secret(name), salt: [1], iterations: 4_096, $0)
          }
        }
        #expect((server.answer(Array("\(header)n=a,r=b".utf8)) != nil) == isTaken, "\(header)")
      }
    }

    @Test func aProofIsNotTakenTwice() throws {
      var client = SaslClient(
        SaslSettings(
          mechanism: .scramSha256, username: "al=ice,", password: Secret("tops3cret")))
      var server = SaslServer(.scramSha256, users())
      guard case .goesOn(let challenge) = server.take(client.first()) else {
        return #expect(Bool(false), "no challenge")
      }
      let proof = try #require(try client.next(after: challenge))
      var other = SaslServer(.scramSha256, users())
      _ = other.take(client.first())
      guard case .refused = other.take(proof), case .done = server.take(proof),
        case .refused = server.take(proof)
      else { return #expect(Bool(false), "a proof of another exchange was taken") }
    }
  }
#endif
