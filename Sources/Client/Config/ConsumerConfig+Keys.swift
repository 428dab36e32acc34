import KafkaModel

extension ConsumerConfig {
  /// The settings that `set` knows, in text order.
  public static let keys: [String] = [
    "auto.commit.interval.ms", "auto.offset.reset", "client.id", "client.rack",
    "enable.auto.commit", "fetch.max.wait.ms", "fetch.min.bytes", "group.id",
    "group.instance.id", "heartbeat.interval.ms", "isolation.level", "max.poll.interval.ms",
    "max.poll.records", "metadata.max.age.ms", "partition.assignment.strategy",
    "request.timeout.ms", "retry.backoff.max.ms", "retry.backoff.ms", "session.timeout.ms",
  ]

  /// Sets one setting by Kafka's own key, e.g. `session.timeout.ms`.
  ///
  /// Nothing changes if it throws. `heartbeat.interval.ms` must stay below
  /// `session.timeout.ms`, so the order of two calls can matter; raise the session first.
  public mutating func set(_ key: String, _ value: String) throws(ConfigError) {
    var changed = self
    var isKnown = try changed.setGroup(key, value)
    if !isKnown { isKnown = try changed.setTimes(key, value) }
    if !isKnown { isKnown = try changed.setChoices(key, value) }
    if !isKnown { throw ConfigError(key: key, value: value, reason: "no such setting") }
    try changed.checkHeartbeat(key, value)
    self = changed
  }

  private mutating func setGroup(_ key: String, _ value: String) throws(ConfigError) -> Bool {
    switch key {
    case "group.id": groupId = GroupId(try Self.text(key, value))
    case "client.id": clientId = ClientId(value)
    case "client.rack": clientRack = value.isEmpty ? nil : value
    case "group.instance.id": groupInstanceId = InstanceId(try Self.text(key, value))
    default: return false
    }
    return true
  }

  private mutating func setTimes(_ key: String, _ value: String) throws(ConfigError) -> Bool {
    switch key {
    case "session.timeout.ms": sessionTimeoutMs = try Self.number(key, value, from: 1)
    case "heartbeat.interval.ms": heartbeatIntervalMs = try Self.number(key, value, from: 1)
    case "max.poll.interval.ms": maxPollIntervalMs = try Self.number(key, value, from: 1)
    case "auto.commit.interval.ms": autoCommitIntervalMs = try Self.number(key, value, from: 0)
    case "retry.backoff.ms": retryBackoffMs = try Self.number(key, value, from: 0)
    case "retry.backoff.max.ms": retryBackoffMaxMs = try Self.number(key, value, from: 0)
    case "request.timeout.ms": requestTimeoutMs = try Self.number(key, value, from: 0)
    case "metadata.max.age.ms": metadataMaxAgeMs = try Self.number(key, value, from: 0)
    case "fetch.max.wait.ms": fetchMaxWaitMs = Int32(try Self.number(key, value, from: 0))
    default: return false
    }
    return true
  }

  private mutating func setChoices(_ key: String, _ value: String) throws(ConfigError) -> Bool {
    switch key {
    case "max.poll.records": maxPollRecords = try Self.number(key, value, from: 1)
    case "fetch.min.bytes": fetchMinBytes = Int32(try Self.number(key, value, from: 0))
    case "enable.auto.commit": enableAutoCommit = try Self.truth(key, value)
    case "auto.offset.reset":
      autoOffsetReset = try Self.choice(key, value, \AutoOffsetReset.rawValue)
    case "isolation.level": isolationLevel = try Self.choice(key, value, \IsolationLevel.name)
    case "partition.assignment.strategy": assignors = try Self.strategies(key, value)
    default: return false
    }
    return true
  }

  private func checkHeartbeat(_ key: String, _ value: String) throws(ConfigError) {
    if heartbeatIntervalMs < sessionTimeoutMs { return }
    let reason =
      key == "session.timeout.ms"
      ? "must be more than heartbeat.interval.ms (\(heartbeatIntervalMs))"
      : "must be less than session.timeout.ms (\(sessionTimeoutMs))"
    throw ConfigError(key: key, value: value, reason: reason)
  }
}

extension ConsumerConfig {
  private static func text(_ key: String, _ value: String) throws(ConfigError) -> String {
    if value.isEmpty { throw ConfigError(key: key, value: value, reason: "must not be empty") }
    return value
  }

  /// Kafka's INT: up to 2³¹−1.
  private static func number(
    _ key: String, _ value: String, from least: Int64
  ) throws(ConfigError) -> Int64 {
    guard let number = Int32(value), Int64(number) >= least else {
      let reason = "must be a whole number from \(least) to \(Int32.max)"
      throw ConfigError(key: key, value: value, reason: reason)
    }
    return Int64(number)
  }

  private static func truth(_ key: String, _ value: String) throws(ConfigError) -> Bool {
    switch value.lowercased() {
    case "true": return true
    case "false": return false
    default: throw ConfigError(key: key, value: value, reason: "must be true or false")
    }
  }

  private static func choice<Choice: CaseIterable>(
    _ key: String, _ value: String, _ name: KeyPath<Choice, String>
  ) throws(ConfigError) -> Choice {
    let wanted = value.lowercased()
    if let choice = Choice.allCases.first(where: { $0[keyPath: name] == wanted }) { return choice }
    let names = Choice.allCases.map { $0[keyPath: name] }.joined(separator: ", ")
    throw ConfigError(key: key, value: value, reason: "must be one of \(names)")
  }

  private static func strategies(
    _ key: String, _ value: String
  ) throws(ConfigError) -> [String] {
    let names = value.split(separator: ",").map { String($0.filter { $0 != " " }) }
    if names.isEmpty { throw ConfigError(key: key, value: value, reason: "must not be empty") }
    for name in names where Assignors.named(name) == nil {
      let known = Assignors.all.map(\.name).joined(separator: ", ")
      throw ConfigError(
        key: key, value: value, reason: "no assignor \(name); there is \(known)")
    }
    return names
  }
}
