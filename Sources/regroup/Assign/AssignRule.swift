import KafkaModel

/// By which assignor, and on which side.
enum AssignRule {
  case client(any Assignor)
  case broker(BrokerAssignor)

  static var names: String {
    let broker = BrokerAssignor.allCases.map(\.rawValue).joined(separator: ", ")
    return Assignors.all.map(\.name).joined(separator: ", ") + "; of the broker: " + broker
  }

  /// - Parameter isBroker: nil = the client's, if it has one of that name.
  init?(_ name: String, isBroker: Bool?) {
    if isBroker != true, let assignor = Assignors.named(name) {
      self = .client(assignor)
    } else if isBroker != false, let assignor = BrokerAssignor(rawValue: name) {
      self = .broker(assignor)
    } else {
      return nil
    }
  }
}
