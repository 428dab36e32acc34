import Feed

extension CommandWord {
  /// Whether it is offered: what can never be done with what is shown is only explained to those
  /// who type it all the same.
  func works(_ model: BoardModel, _ picture: GroupPicture) -> Bool {
    let can = model.capabilities
    return switch self {
    case .subscribe, .unsubscribe, .assignor, .static, .dynamic: can.works(.membership)
    case .partitions, .coordinator, .produce: can.works(.addPartition)
    case .hold: can.works(.hold)
    case .tx: can.canAct && picture.transactions.producerAlone != nil
    case .play, .pause, .step, .beat, .seek, .speed: can.canTravel
    case .home: model.hasHome
    default: key.map(can.works) ?? true
    }
  }
}
