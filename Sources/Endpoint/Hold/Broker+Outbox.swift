import Feed
import KafkaModel

/// The way in and out of the broker: each request is seen when it comes, each answer when it goes.
extension Broker {
  func receive(_ call: Call, _ finish: @escaping (Reply) -> Void) {
    witness?.heard(call)
    serve(call) { self.send(Outbox.Letter(call: call, reply: $0, finish: finish)) }
  }

  private func send(_ letter: Outbox.Letter) {
    if outbox.keep(letter) {
      witness?.held(letter.call)
    } else {
      deliver(letter)
    }
  }

  private func deliver(_ letter: Outbox.Letter) {
    if case .response(let response) = letter.reply { witness?.answered(letter.call, response) }
    letter.finish(letter.reply)
  }

  /// Holds answers of a group back; nil lets all go, in their order. The coordinator and its timers
  /// go on meanwhile.
  func hold(_ point: HoldPoint?, of group: GroupId) {
    let letters = outbox.letGo()
    if let point { outbox.hold(point, of: group) }
    // Those of the same kind stay.
    for letter in letters { send(letter) }
  }

  /// A client has hung up.
  func forgetAnswers(to connection: ConnectionId) {
    for call in outbox.forget(connection) { witness?.dropped(call) }
    witness?.closed(connection)
  }
}
