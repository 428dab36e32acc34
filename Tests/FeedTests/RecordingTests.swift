import Feed
import KafkaModel
import TestSupport
import Testing

@Suite struct RecordingTests {
  @Test func aLineReadsAsItWasMeant() throws {
    let orders = TopicName("orders")
    let lines: [(TimedEvent, String)] = [
      (TimedEvent(0, .topic(orders, partitions: 3)), "0 topic name=orders partitions=3"),
      (
        TimedEvent(1_200, .memberRemoved(nil, "a b", .left), .inferred),
        "1200 ~memberRemoved id=a%20b reason=left"
      ),
      (
        TimedEvent(7, .assigned(MemberSlot(1), [TopicPartition(orders, 2)], Generation(4))),
        "7 assigned slot=1 generation=4 partition=orders,2"
      ),
      (
        TimedEvent(
          8,
          .plan(
            Generation(4),
            [
              PlannedShare(
                slot: nil, memberId: "x", partitions: [TopicPartition("토픽1", 0)])
            ])),
        "8 plan generation=4 share=-,x,토픽1,0"
      ),
      (
        TimedEvent(9, .groupState(.preparingRebalance, Generation(4), .memberLeft("m"))),
        "9 groupState state=PreparingRebalance generation=4 cause=memberLeft member=m"
      ),
      (
        TimedEvent(10, .deadline(.session(MemberSlot(0)), dueMs: nil)), "10 deadline session slot=0"
      ),
    ]
    try checkBothWays(lines)
  }

  @Test func aLineOfATransactionReadsAsItWasMeant() throws {
    let partition = TopicPartition("orders", 1)
    let producer = Producer(id: 4000, epoch: 2)
    let lines: [(TransactionEvent, String)] = [
      (
        .producerSeen(
          ProducerSlot(0),
          ProducerIdentity(
            name: "p", transactionalId: "tx a", topic: "out", member: MemberSlot(2))),
        "producerSeen producer=0 name=p id=tx%20a topic=out slot=2"
      ),
      (.process(ProducerSlot(1), .killed), "producerProcess producer=1 killed"),
      (
        .transaction("tx-a", .prepareCommit, producer),
        "transaction id=tx-a state=PrepareCommit producerId=4000 epoch=2"
      ),
      (
        .marker(partition, producer, isCommit: false, Offset(7), records: 3),
        "marker partition=orders,1 producerId=4000 epoch=2 commit=no offset=7 records=3"
      ),
      (.stableOffset(partition, nil), "stableOffset partition=orders,1"),
      (.timeout("tx-a", dueMs: 60_000), "transactionTimeout id=tx-a dueMs=60000"),
      (
        .delivered(DeliveryTally(done: 120, committed: 118, aborted: 6, open: 2)),
        "delivered done=120 committed=118 duplicates=0 lost=0 aborted=6 open=2"
      ),
    ]
    try checkBothWays(lines.map { (TimedEvent(3, .transaction($0.0)), "3 \($0.1)") })
    #expect(
      try RecordingLine.command("producer producer=1 send records=5")
        == .producer(ProducerSlot(1), .send(records: 5)))
  }

  private func checkBothWays(_ lines: [(TimedEvent, String)]) throws {
    for (timed, line) in lines {
      #expect(RecordingLine.text(of: timed) == line)
      #expect(throws: Never.self) {
        let back = try RecordingLine.event(line)
        #expect(back == timed)
      }
    }
  }

  @Test func everyKindOfEventComesBackAsItWas() throws {
    var names: Set<Substring> = []
    try withEverySeed(80) { seed in
      var random = RandomEvents(seed: seed)
      for kind in 0..<RandomEvents.kinds {
        let timed = random.timed(kind)
        let line = RecordingLine.text(of: timed)
        #expect(!line.utf8.contains(0x0A) && !line.utf8.contains(0x0D))
        let back = try RecordingLine.event(line)
        #expect(back == timed, "seed \(seed): \(line)")
        names.insert(line.split(separator: " ")[1].drop { $0 == "~" })
      }
    }
    #expect(names.count == RandomEvents.kinds)
  }

  @Test func everyCommandComesBackAsItWas() throws {
    var names: Set<Substring> = []
    try withEverySeed(100) { seed in
      var random = RandomEvents(seed: seed)
      let command = random.command()
      let line = RecordingLine.text(of: command)
      let back = try RecordingLine.command(line)
      #expect(back == command)
      names.insert(line.prefix { $0 != " " })
    }
    #expect(names.count == 18)
  }

  @Test func aCutLineIsAnErrorOrAnotherEventAndNeverATrap() {
    withEverySeed(4) { seed in
      var random = RandomEvents(seed: seed)
      for kind in 0..<RandomEvents.kinds {
        let line = RecordingLine.text(of: random.timed(kind))
        for length in 0..<line.utf8.count {
          let cut = String(decoding: line.utf8.prefix(length), as: UTF8.self)
          if let back = try? RecordingLine.event(cut) {
            let again = RecordingLine.text(of: back)
            #expect((try? RecordingLine.event(again)) == back, "seed \(seed): \(cut)")
          }
        }
      }
    }
  }

  @Test func garbageInsideALineNeverTraps() {
    withEverySeed(20) { seed in
      var random = RandomEvents(seed: seed)
      for kind in 0..<RandomEvents.kinds {
        var bytes = Array(RecordingLine.text(of: random.timed(kind)).utf8)
        for _ in 0..<3 {
          let at = Int(random.random.int(in: 0...Int64(bytes.count - 1)))
          bytes[at] = UInt8(truncatingIfNeeded: random.random.next())
        }
        let line = String(decoding: bytes, as: UTF8.self)
        _ = try? RecordingLine.event(line)
        _ = try? RecordingLine.command(line)
      }
    }
  }
}
