import Feed
import KafkaModel
import Narration
import Testing

@Suite struct LogTests {
  private func line(_ event: FeedEvent, _ language: Language = .english) -> String? {
    var sample = Sample.stable()
    sample.at(5000, event)
    return Narrator.logLine(TimedEvent(5000, event), sample.picture, sample.timeline)?
      .text(in: language).text
  }

  @Test func linesNameTheCause() {
    let a = MemberSlot(0)
    let t0 = TopicPartition("t", 0)
    #expect(
      line(.groupState(.preparingRebalance, Generation(1), .sessionTimedOut(Sample.id(0))))
        == "PreparingRebalance, generation 1: A's session ended")
    #expect(
      line(.process(a, .killed)) == "A is killed: no LeaveGroup, no last commit")
    #expect(line(.process(a, .failed)) == "A's program has failed: its process has ended")
    #expect(
      line(.turnedAway(host: "10.0.0.7", .credentials))
        == "somebody from 10.0.0.7 was turned away: no such user, or another password")
    #expect(
      line(.memberRemoved(a, Sample.id(0), .sessionTimedOut))
        == "the coordinator removes A: its session ended")
    #expect(line(.subscribed(a, ["x", "y"])) == "A now subscribes to x, y")
    #expect(line(.subscribed(a, ["주문"]), .korean) == "A가 이제 주문을 구독함")
    #expect(line(.subscribed(a, []), .korean) == "A가 구독을 끊고 그룹을 떠남")
    #expect(line(.partitionsAdded("t", partitions: 4)) == "t has 4 partitions now")
    #expect(line(.partitionsAdded("t", partitions: 4), .korean) == "t의 파티션이 이제 4개")
    #expect(
      line(.coordinatorMoved(BrokerId(3)))
        == "broker 3 is the coordinator now: it knows what was written down")
    #expect(line(.coordinatorMoved(BrokerId(3)), .korean)?.contains("브로커 3") == true)
    #expect(line(.readingStarted(a, t0, Offset(20))) == "A reads partition 0 from offset 20")
    #expect(line(.readingStarted(a, t0, Offset(20)), .korean) == "A가 파티션 0을 오프셋 20부터 읽음")
    #expect(line(.requestSent(a, .joinGroup), .korean) == "A가 JoinGroup 전송")
    #expect(
      line(.responseReceived(a, .heartbeat, .rebalanceInProgress))
        == "A is answered REBALANCE_IN_PROGRESS to Heartbeat")
  }

  @Test func whatHappensAllTheTimeHasNoLine() {
    let a = MemberSlot(0)
    let quiet: [FeedEvent] = [
      .heartbeat(a), .position(a, TopicPartition("t", 0), Offset(1)),
      .committed(TopicPartition("t", 0), Offset(1)), .deadline(.join, dueMs: nil),
      .requestSent(a, .fetch), .responseReceived(a, .heartbeat, .none), .revoked(a, []),
    ]
    for event in quiet { #expect(line(event) == nil) }
  }
}
