/// `hashlib.pbkdf2_hmac(..., b"pencil", b"salt", 4096)` of Python, as base64.
enum Vectors {
  static let sha256 = "CZdWTykpIycTEmmAN7awoGqL5/vZEkgIR8WhrOS40cc="
  static let sha512 =
    "LP46HBUWYrHqSdE/WVZ0ocZmrdcN8V09AiVOmQWZOHgm"
    + "HadAf9EcL+5LCjDfUVSxp1L4ahM4Dd1L3Zp8lY7HaQ=="
}
