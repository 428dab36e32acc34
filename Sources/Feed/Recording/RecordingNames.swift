import KafkaModel

extension RemovalReason {
  var recordingName: String {
    switch self {
    case .sessionTimedOut: "sessionTimedOut"
    case .left: "left"
    case .didNotRejoin: "didNotRejoin"
    case .didNotSync: "didNotSync"
    case .newMemberTimedOut: "newMemberTimedOut"
    case .groupTooLarge: "groupTooLarge"
    case .fenced: "fenced"
    case .expelled: "expelled"
    case .coordinatorMoved: "coordinatorMoved"
    }
  }
}

extension Setting.Place {
  static let all: [Self] = [.consumer, .broker, .producer, .simulation]

  var recordingName: String {
    switch self {
    case .consumer: "consumer"
    case .broker: "broker"
    case .producer: "producer"
    case .simulation: "simulation"
    }
  }
}

extension Trouble {
  static let all: [Self] = [
    .unreachable, .brokerGone, .notKafka, .refused, .notLetIn, .untrusted, .noClient, .impossible,
  ]

  var recordingName: String {
    switch self {
    case .unreachable: "unreachable"
    case .brokerGone: "brokerGone"
    case .notKafka: "notKafka"
    case .refused: "refused"
    case .notLetIn: "notLetIn"
    case .untrusted: "untrusted"
    case .noClient: "noClient"
    case .impossible: "impossible"
    }
  }
}
