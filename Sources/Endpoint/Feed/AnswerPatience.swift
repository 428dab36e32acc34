import Feed

/// How long a client waits for an answer before it gives up, as far as others can know.
enum AnswerPatience {
  /// JoinGroup: the longest a rebalance may take, which the client has told, and a little more.
  private static let javaGraceMs: Int64 = 5_000
  private static let librdkafkaGraceMs: Int64 = 3_000
  /// `request.timeout.ms` of Java's client; nobody tells a broker what it is.
  private static let requestTimeoutMs: Int64 = 30_000

  private static func isLibrdkafka(_ seat: ClientSeat) -> Bool {
    seat.terms.software.hasPrefix("librdkafka")
  }

  /// Whether a client gives up its partitions when it has waited so long. librdkafka takes its own
  /// session for over without an answer to its heartbeats; Java's client reads on, and asks for
  /// another coordinator.
  static func losesAll(_ seat: ClientSeat, at point: HoldPoint) -> Bool {
    point == .heartbeat && isLibrdkafka(seat)
  }

  static func of(_ seat: ClientSeat, at point: HoldPoint) -> HeldAnswer {
    let isLibrdkafka = isLibrdkafka(seat)
    let graceMs = isLibrdkafka ? librdkafkaGraceMs : javaGraceMs
    let sessionMs = Int64(seat.terms.sessionTimeoutMs)
    switch point {
    case .join:
      let givesUpMs = seat.askedMs + Int64(seat.terms.rebalanceTimeoutMs) + graceMs
      return HeldAnswer(point: point, givesUpMs: givesUpMs, isKnown: true)
    case .sync:
      let limitMs = isLibrdkafka ? sessionMs + graceMs : requestTimeoutMs
      return HeldAnswer(point: point, givesUpMs: seat.askedMs + limitMs, isKnown: isLibrdkafka)
    // It takes the coordinator for dead when its own count of the session ends.
    case .heartbeat:
      return HeldAnswer(point: point, givesUpMs: seat.heardMs + sessionMs, isKnown: true)
    }
  }
}
