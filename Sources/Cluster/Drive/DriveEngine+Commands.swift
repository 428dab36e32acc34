import Feed

extension DriveEngine {
  /// Does what `DriveSource` has found possible; a process may have ended in between.
  func perform(_ command: Command) {
    if isShuttingDown { return }
    switch command {
    case .add: add(options.newcomer(inference.ours.count + 1))
    case .restart(let slot):
      if fleet.isRunning(slot) { return }
      spawn(slot)
    case .kill(let slot):
      ends[slot] = .killed
      fleet.kill(slot)
    case .close(let slot):
      ends[slot] = .closed
      tell(slot, command, .closing)
    case .stopPolling(let slot): tell(slot, command, .pollStopped)
    case .resumePolling(let slot): tell(slot, command, .pollResumed)
    case .cutNetwork(let slot): tell(slot, command, .networkCut)
    case .healNetwork(let slot): tell(slot, command, .networkHealed)
    case .processRate(let slot, let rate):
      tell(slot, command, .processRate(perSecond: rate))
    // `DriveSource` refuses them.
    case .addPartitions, .changeAssignor, .changeMembership, .subscribe, .moveCoordinator,
      .restartWith, .produce, .hold, .producer:
      break
    }
  }

  private func tell(_ slot: MemberSlot, _ command: Command, _ change: ProcessChange) {
    guard fleet.isRunning(slot) else { return }
    fleet.send(RecordingLine.text(of: command), to: slot)
    emit(.process(slot, change))
  }
}
