import Client
import Coordinator

/// The broker's settings that `-X` knows beside the consumer's.
enum BrokerSettings {
  static let keys = [
    "group.initial.rebalance.delay.ms", "group.max.session.timeout.ms", "group.max.size",
    "group.min.session.timeout.ms",
    "transaction.abort.timed.out.transaction.cleanup.interval.ms", "transaction.max.timeout.ms",
    "transaction.remove.expired.transaction.cleanup.interval.ms", "transactional.id.expiration.ms",
  ]

  /// False where it is no setting of the broker.
  static func set(
    _ setting: SettingArgument, in config: inout CoordinatorConfig
  ) throws(ConfigError) -> Bool {
    switch setting.key {
    case "group.initial.rebalance.delay.ms":
      config.initialRebalanceDelayMs = Int64(try number(setting, from: 0))
    case "group.min.session.timeout.ms":
      config.minSessionTimeoutMs = try number(setting, from: 1)
    case "group.max.session.timeout.ms":
      config.maxSessionTimeoutMs = try number(setting, from: 1)
    case "group.max.size": config.groupMaxSize = Int(try number(setting, from: 1))
    case "transaction.max.timeout.ms":
      config.transactionMaxTimeoutMs = try number(setting, from: 1)
    case "transaction.abort.timed.out.transaction.cleanup.interval.ms":
      config.transactionAbortIntervalMs = Int64(try number(setting, from: 1))
    case "transactional.id.expiration.ms":
      config.transactionalIdExpirationMs = Int64(try number(setting, from: 1))
    case "transaction.remove.expired.transaction.cleanup.interval.ms":
      config.transactionalIdExpirationIntervalMs = Int64(try number(setting, from: 1))
    default: return false
    }
    return true
  }

  private static func number(
    _ setting: SettingArgument, from least: Int32
  ) throws(ConfigError) -> Int32 {
    guard let number = Int32(setting.value), number >= least else {
      throw ConfigError(
        key: setting.key, value: setting.value,
        reason: "must be a whole number from \(least) to \(Int32.max)")
    }
    return number
  }
}
