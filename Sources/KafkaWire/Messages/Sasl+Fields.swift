import KafkaModel

extension SaslHandshakeRequest: Described {
  static var blank: Self { Self(mechanism: "") }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.string("mechanism", &mechanism)
  }
}

extension SaslHandshakeResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.strings("mechanisms", &mechanisms)
  }
}

extension SaslAuthenticateRequest: Described {
  static var blank: Self { Self(authBytes: []) }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.bytes("auth_bytes", &authBytes)
  }
}

extension SaslAuthenticateResponse: Described {
  static var blank: Self { Self() }

  mutating func describe<F: FieldWalker>(_ f: inout F) throws(WireError) {
    try f.number("error_code", &errorCode)
    try f.nullable("error_message", &errorMessage)
    try f.bytes("auth_bytes", &authBytes)
    try f.number("session_lifetime_ms", &sessionLifetimeMs, since: 1)
  }
}
