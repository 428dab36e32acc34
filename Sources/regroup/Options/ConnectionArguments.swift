import ArgumentParser
import Cluster
import Glibc
import KafkaSecurity

/// How to connect to brokers, as Kafka's own tools take it: a file, and single settings.
struct ConnectionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file with settings of the connection under Kafka's names, such as security.protocol.",
      valueName: "file"))
  var commandConfig: String?

  @Option(
    name: .customShort("X"),
    help: ArgumentHelp(
      "A setting under Kafka's name; it counts before one of the file. Repeat it for more.",
      valueName: "key=value"), transform: Arguments.setting)
  var settings: [SettingArgument] = []

  /// Nothing was said of it.
  var isEmpty: Bool { commandConfig == nil && settings.isEmpty }

  /// Reads them, asks for a password that is missing, and says on standard error what is passed
  /// over or not safe.
  ///
  /// `keeping`: which settings the command takes for itself.
  func read(keeping: (ConfigEntry) -> Bool = { _ in false }) throws(Failure) -> ConfigReading {
    do throws(SecurityFault) {
      let surroundings = Surroundings.system(asking: { PasswordPrompt.ask($0) })
      let reading = try ConfigReading(entries(surroundings), surroundings, keeping: keeping)
      for warning in reading.warnings {
        Output.writeAll(Array("regroup: \(warning)\n".utf8), to: STDERR_FILENO)
      }
      // What is wrong with certificates and keys is said now, not with the first connection.
      if let tls = reading.config.security.tls { _ = try TlsClient(tls) }
      return reading
    } catch {
      throw .usage("\(error)")
    }
  }

  private func entries(_ surroundings: Surroundings) throws(SecurityFault) -> [ConfigEntry] {
    let file =
      if let commandConfig {
        try ConfigEntry.all(inFile: commandConfig, surroundings)
      } else { [ConfigEntry]() }
    return file + settings.map { ConfigEntry(key: $0.key, value: $0.value, place: .argument) }
  }
}
