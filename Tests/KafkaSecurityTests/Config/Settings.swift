import Testing

@testable import KafkaSecurity

/// Settings of a test, read where files and variables are what the test says.
struct Settings {
  var variables: [String: String] = [:]
  var files: [String: String] = [:]
  var typed: String?

  func read(
    _ text: String, arguments: [String] = []
  ) throws(SecurityFault) -> ConfigReading {
    let surroundings = surroundings(with: text)
    let fromFile = try ConfigEntry.all(inFile: "client.properties", surroundings)
    let given = arguments.map { argument in
      let end = argument.firstIndex(of: "=") ?? argument.endIndex
      return ConfigEntry(
        key: String(argument[..<end]), value: String(argument[end...].dropFirst()),
        place: .argument)
    }
    return try ConfigReading(fromFile + given, surroundings)
  }

  /// The line that refuses the settings.
  func fault(_ text: String, arguments: [String] = []) -> String {
    do throws(SecurityFault) {
      let reading = try read(text, arguments: arguments)
      return "taken: \(reading.config)"
    } catch {
      return "\(error)"
    }
  }

  private func surroundings(with text: String) -> Surroundings {
    var files = files
    files["client.properties"] = text
    return Surroundings(
      variable: { [variables] in variables[$0] },
      file: { [files] path in
        guard let text = files[path] else {
          return .failure(SecurityFault("\(path) cannot be read: No such file or directory"))
        }
        return .success(Array(text.utf8))
      }, ask: { [typed] _ in typed })
  }

  static let scram = "org.apache.kafka.common.security.scram.ScramLoginModule"
  static let plain = "org.apache.kafka.common.security.plain.PlainLoginModule"
  static let certificate = "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"
  static let key = "-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----\n"
}
