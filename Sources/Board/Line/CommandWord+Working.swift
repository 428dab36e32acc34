import Feed

extension CommandWord {
  /// Whether it is offered: what can never be done with what is shown is only explained to those
  /// who type it all the same.
  func works(_ model: BoardModel, _ picture: GroupPicture) -> Bool {
    let can = model.capabilities
    return switch self {
    case .kill, .close, .restart, .add, .poll, .network, .rate: can.canAct
    case .subscribe, .unsubscribe, .assignor, .static, .dynamic:
      can.canAct && can.canRegroup && can.kind != .serve
    case .partitions, .coordinator, .produce: can.canAct && can.canRegroup
    case .hold: can.kind == .serve
    case .tx: can.canAct && picture.transactions.producerAlone != nil
    case .play, .pause, .next, .back, .step, .beat, .seek, .start, .speed: can.canTravel
    case .fork, .undo, .compare: can.kind == .simulation
    case .save: can.kind != .recording
    case .home: model.hasHome
    default: true
    }
  }
}
