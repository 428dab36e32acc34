import KafkaModel

/// By which assignor, and on which side.
enum AssignRule {
  case client(any Assignor)
  case broker(BrokerAssignor)

  static var names: String { names(isBroker: nil) }

  /// - Parameter isBroker: of which side; nil = of both.
  static func names(isBroker: Bool?) -> String {
    let client = Assignors.all.map(\.name).joined(separator: ", ")
    let broker = BrokerAssignor.allCases.map(\.rawValue).joined(separator: ", ")
    return switch isBroker {
    case nil: client + "; of the broker: " + broker
    case true?: broker
    case false?: client
    }
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
