import Feed

extension Command {
  /// Whether it can be done to real members; the rest is for simulated ones, as yet.
  public var isForDrives: Bool {
    switch self {
    case .addPartitions, .changeAssignor, .changeMembership, .subscribe, .moveCoordinator,
      .restartWith, .produce, .hold, .producer:
      false
    case .kill, .close, .restart, .add, .stopPolling, .resumePolling, .cutNetwork, .healNetwork,
      .processRate:
      true
    }
  }
}
