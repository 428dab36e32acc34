/// What became of a list of settings.
public struct ConfigReading: Hashable, Sendable {
  public var config = ConnectionConfig()
  /// Those that the caller has a use for, in their order.
  public var kept: [ConfigEntry] = []
  /// A line each: what was passed over, and what is not safe.
  public var warnings: [String] = []

  /// Reads settings under Kafka's names; of two with one key the later counts.
  ///
  /// `keeping`: which the caller takes for itself.
  public init(
    _ entries: [ConfigEntry], _ surroundings: Surroundings,
    keeping isKept: (ConfigEntry) -> Bool = { _ in false }
  ) throws(SecurityFault) {
    var followed: [ConfigEntry] = []
    for entry in entries {
      if isKept(entry) {
        kept.append(entry)
      } else if SettingNames.followed.contains(entry.key) {
        followed.removeAll { $0.key == entry.key }
        followed.append(entry)
      } else {
        try judge(entry)
      }
    }
    var reader = ConnectionReader(followed, surroundings)
    config = try reader.read()
    warnings += reader.warnings
  }

  /// What cannot be followed: passed over with a warning, or a fault.
  private mutating func judge(_ entry: ConfigEntry) throws(SecurityFault) {
    if let name = SettingNames.librdkafka[entry.key] {
      throw entry.fault("is librdkafka's name; Kafka's is \(name)")
    }
    if SettingNames.notSpoken.contains(entry.key) { throw entry.fault("is not spoken here") }
    guard SettingNames.isPassedOver(entry.key) else { throw entry.fault("no such setting") }
    if !entry.key.hasPrefix("config.providers") {
      warnings.append("\(entry.name) is passed over: it has no meaning here")
    }
  }
}
