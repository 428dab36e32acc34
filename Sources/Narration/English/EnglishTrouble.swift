import Feed

/// Why a live source has nothing new, in English.
enum EnglishTrouble {
  static func text(_ trouble: Trouble) -> String {
    switch trouble {
    case .unreachable: "No broker can be reached."
    case .brokerGone: "The connection to the broker is lost."
    case .notKafka: "What answers at this address is no Kafka broker."
    case .refused: "The broker refused the request."
    case .notLetIn: "The broker does not let us in."
    case .untrusted: "The broker is not to be trusted."
    case .noClient: "A client could not be started, or has failed."
    case .impossible: "This cannot be done."
    }
  }
}
