import Glibc

/// Where settings may say that a value comes from.
public struct Surroundings: Sendable {
  /// A variable of the environment; nil where it is not set.
  public var variable: @Sendable (String) -> String?
  /// A file's bytes, or why they cannot be had.
  public var file: @Sendable (String) -> Result<[UInt8], SecurityFault>
  /// Asks for what was not given, e.g. `password of alice`; nil where nobody can be asked.
  public var ask: @Sendable (String) -> String?

  public init(
    variable: @escaping @Sendable (String) -> String?,
    file: @escaping @Sendable (String) -> Result<[UInt8], SecurityFault>,
    ask: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.variable = variable
    self.file = file
    self.ask = ask
  }

  /// The longest file of settings or certificates; a system's own list of authorities has 250 kB.
  public static let fileBytes = 4 << 20

  /// This process's, and somebody to ask.
  public static func system(
    asking ask: @escaping @Sendable (String) -> String? = { _ in nil }
  ) -> Surroundings {
    Surroundings(
      variable: { getenv($0).map { String(cString: $0) } }, file: { read($0) }, ask: ask)
  }

  /// The text of a file: UTF-8.
  func text(ofFile path: String) throws(SecurityFault) -> String {
    let bytes = try file(path).get()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SecurityFault("\(path) is no text (UTF-8)")
    }
    return text
  }

  private static func read(_ path: String) -> Result<[UInt8], SecurityFault> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(unreadable(path, errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .failure(unreadable(path, errno)) }
      if count == 0 { return .success(bytes) }
      bytes += buffer[..<count]
      if bytes.count > fileBytes {
        return .failure(SecurityFault("\(path) has more than \(fileBytes) bytes"))
      }
    }
  }

  private static func unreadable(_ path: String, _ code: CInt) -> SecurityFault {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return SecurityFault("\(path) cannot be read: \(reason)")
  }
}

extension Pem {
  /// What is in a file.
  public init(file path: String) throws(SecurityFault) {
    self.init(text: Secret(try Surroundings.system().text(ofFile: path)), origin: path)
  }
}

extension Secret {
  /// What is in a file, without the end of its line.
  public init(file path: String) throws(SecurityFault) {
    let text = try Surroundings.system().text(ofFile: path)
    self.init(text.withoutLineEnd)
  }
}

extension String {
  /// Of the file's last line, CR LF too, which is one character.
  var withoutLineEnd: String { last?.isNewline ?? false ? String(dropLast()) : self }
}
