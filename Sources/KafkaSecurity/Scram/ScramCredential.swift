#if Security
  /// What a broker keeps of a password: it can check a proof with it, and cannot make one.
  struct ScramCredential: Hashable, Sendable {
    var salt: [UInt8]
    var iterations: Int
    var storedKey: [UInt8]
    var serverKey: [UInt8]

    init(password: Secret, salt: [UInt8], iterations: Int, _ hash: ScramHash) {
      let keys = Keys(salted: hash.salted(password.text, salt, iterations), hash)
      self.salt = salt
      self.iterations = iterations
      storedKey = hash.digest(keys.client)
      serverKey = keys.server
    }

    struct Keys {
      let client: [UInt8]
      let server: [UInt8]

      init(salted: [UInt8], _ hash: ScramHash) {
        client = hash.hmac(salted, Array("Client Key".utf8))
        server = hash.hmac(salted, Array("Server Key".utf8))
      }
    }
  }
#endif
