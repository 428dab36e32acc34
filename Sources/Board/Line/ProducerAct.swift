import Feed
import Narration

/// What can be typed after `:tx`.
enum ProducerAct: String, Hashable, CaseIterable {
  case send, commit, abort, kill, restart

  /// - Parameter records: how many to send; one where none is said.
  func command(records: Int64?) -> ProducerCommand {
    switch self {
    case .send: .send(records: records ?? 1)
    case .commit: .commit
    case .abort: .abort
    case .kill: .kill
    case .restart: .restart
    }
  }

  /// How many can be sent at once: a transaction on the screen, no load test.
  static let records: ClosedRange<Int64> = 1...10_000
}

extension Board {
  /// Acts on the first producer without a consumer.
  static func runOnProducer(
    _ command: TypedCommand, _ model: inout BoardModel, _ picture: GroupPicture
  ) -> [BoardEffect] {
    guard model.capabilities.canAct else {
      model.notice = .refused(.lookOnly)
      return []
    }
    guard let producer = picture.transactions.producerAlone else {
      model.notice = .noProducer
      return []
    }
    guard case .act(let act)? = command.values.first else { return [] }
    if producer.isRunning == (act == .restart) {
      model.notice = act == .restart ? .refused(.alreadyRunning) : .producerDead
      return []
    }
    var records: Int64?
    if case .number(let number)? = command.values.dropFirst().first { records = number }
    return [.command(.producer(producer.slot, act.command(records: records)))]
  }
}
