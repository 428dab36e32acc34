import Coordinator
import Feed
import KafkaModel
import Testing

@testable import Endpoint

/// What real clients did is run again on our coordinator alone: the same answers, the same facts.
@Suite struct ReplayTests {
  /// Members come, commit, are expelled, vanish; partitions and the coordinator change.
  private func session(_ group: ServedGroup) throws {
    let clients = try [group.client("one"), group.client("two", instance: "i")]
    try group.joinTogether(clients)
    for client in clients { try heartbeat(client) }
    #expect(group.comes { $0.members.count == 2 && $0.state == .stable })
    #expect(group.source.perform(.moveCoordinator) == .done)
    #expect(group.comes { $0[MemberSlot(0)].sessionDueMs == nil })
    #expect(group.comes { $0.state == .stable && $0[MemberSlot(0)].sessionDueMs != nil })
    for client in clients { try heartbeat(client) }
    #expect(group.source.perform(.close(MemberSlot(0))) == .done)
    #expect(group.comes { $0.state == .preparingRebalance })
    try clients[1].join()
    try clients[1].leave()
    #expect(group.comes { $0.state == .empty })
  }

  private func heartbeat(_ client: GroupClient) throws {
    client.sendHeartbeat()
    _ = try client.hear(.heartbeat, version: 4)
  }

  /// As they stand in a recording, and come out of it.
  private func recorded(_ group: ServedGroup) throws -> [String] {
    var reader = RecordingReader()
    _ = try reader.read(Recording.header)
    return try group.source.takeInputs().compactMap { input in
      let line = RecordingLine.text(of: .input(timeMs: input.timeMs, input.text))
      guard case .input(_, let text)? = try reader.read(line) else { return nil }
      return text
    }
  }

  @Test func aSessionOfRealClientsCanBeRunAgain() throws {
    let group = try ServedGroup()
    try session(group)
    let replay = try CoordinatorReplay(try recorded(group))
    let facts = replay.happenings.map(\.fact)

    let states = group.events.compactMap { event -> String? in
      if case .groupState(let state, let generation, let cause) = event, cause != nil {
        "\(state) \(generation) \(String(describing: cause))"
      } else {
        nil
      }
    }
    let replayedStates = facts.compactMap { fact -> String? in
      if case .stateChanged(_, let state, let generation, let cause) = fact, cause != nil {
        "\(state) \(generation) \(String(describing: cause))"
      } else {
        nil
      }
    }
    #expect(states.count >= 3 && replayedStates == states)

    let answers = group.events.compactMap { event -> GroupMessage? in
      if case .message(_, let message) = event, message.way == .response { message } else { nil }
    }
    let replayed = replay.responses.filter { !isToAdministrator($0, group) }
      .compactMap { GroupMessage($0) }
    #expect(answers.count >= 12 && replayed == answers)
  }

  /// An administrator's LeaveGroup is no member's message.
  private func isToAdministrator(_ response: Response, _ group: ServedGroup) -> Bool {
    guard case .leaveGroup(let answer) = response else { return false }
    return answer.members.first?.memberId == group.picture[MemberSlot(0)].memberId
  }

  @Test func aRecordingWithInputsIsPlayedAsOneWithout() throws {
    let group = try ServedGroup()
    try session(group)
    var builder = RecordingTapeBuilder()
    var lines = [Recording.header]
    for event in group.events {
      lines.append(RecordingLine.text(of: TimedEvent(0, event)))
    }
    for input in group.source.takeInputs() {
      lines.append(RecordingLine.text(of: .input(timeMs: input.timeMs, input.text)))
    }
    try builder.add(Array((lines.joined(separator: "\n") + "\n").utf8)[...])
    let source = RecordingSource(try builder.finish())
    #expect(source.capabilities.kind == .recording)
  }

  @Test func atItsLimitTheTapeSaysThatItIsCut() {
    let tape = InputTape()
    tape.add("a", timeMs: 1)
    tape.add(nil, timeMs: 2)
    tape.add("b", timeMs: 3)
    #expect(tape.takeAll().map(\.text) == ["a", "cut"])
  }
}
