import KafkaModel

/// Foreign clients that the program itself starts, so that keys can act on their processes.
public struct SpawnOptions: Sendable {
  /// At the start.
  public var count: Int
  /// Program and arguments; what names broker, topics, group and client comes behind them.
  public var command: [String]
  /// The script wants a `group.instance.id`, too.
  public var isStatic: Bool
  /// `KEY=value`.
  public var environment: [String]

  /// That run at a time.
  public static let most = 32

  public init(count: Int, command: [String], isStatic: Bool, environment: [String]) {
    self.count = count
    self.command = command
    self.isStatic = isStatic
    self.environment = environment
  }

  /// What the client of that number is called, counted from 1.
  func clientId(_ number: Int) -> ClientId {
    ClientId(number < 10 ? "peter-kafka0\(number)" : "peter-kafka\(number)")
  }

  func instanceId(_ number: Int) -> InstanceId? {
    isStatic ? InstanceId("consumer-" + clientId(number).text) : nil
  }
}
