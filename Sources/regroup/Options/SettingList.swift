import Client
import Coordinator

/// Puts all `-X` of a command line into the settings, whatever their order.
enum SettingList {
  /// Settings of one member; with one value for all they would collide.
  static let ofOneMember = ["client.id", "group.instance.id"]

  static func apply(
    _ settings: [SettingArgument], to consumer: inout ConsumerConfig,
    _ broker: inout CoordinatorConfig
  ) throws(Failure) {
    var left = settings
    // A heartbeat interval may only fit once the session has been raised, so those that do not
    // fit yet are tried again after the others.
    while !left.isEmpty {
      var refused: [(SettingArgument, ConfigError)] = []
      for setting in left {
        do throws(ConfigError) {
          try set(setting, &consumer, &broker)
        } catch {
          refused.append((setting, error))
        }
      }
      if refused.count == left.count { throw .usage("-X \(refused[0].1)") }
      left = refused.map(\.0)
    }
  }

  private static func set(
    _ setting: SettingArgument, _ consumer: inout ConsumerConfig,
    _ broker: inout CoordinatorConfig
  ) throws(ConfigError) {
    if ofOneMember.contains(setting.key) {
      throw ConfigError(
        key: setting.key, value: setting.value, reason: "would be the same for every member")
    }
    if try BrokerSettings.set(setting, in: &broker) { return }
    try consumer.set(setting.key, setting.value)
  }
}
