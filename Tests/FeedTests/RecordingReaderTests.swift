import Feed
import KafkaModel
import TestSupport
import Testing

@Suite struct RecordingReaderTests {
  private func fault(_ text: String) -> RecordingError? {
    do throws(RecordingError) {
      _ = try Recording.events(in: text)
      return nil
    } catch {
      return error
    }
  }

  private func lines(_ lines: String...) -> String {
    ([Recording.header] + lines).joined(separator: "\n")
  }

  @Test func aWholeStoryComesBackAsItWas() throws {
    let text = Recording.text(Story.whole)
    #expect(text.utf8.starts(with: "regroup-recording 1\n0 group id=peter-consumer01".utf8))
    let back = try Recording.events(in: text)
    #expect(back == Story.whole)
    #expect(try Recording.events(in: lines()).isEmpty)
  }

  /// A change here is another version of the format, which old recordings do not have.
  @Test func theFormatStaysAsItIs() {
    Golden.expect(Recording.text(Story.whole), named: "figure-6-5.recording")
  }

  @Test func aFaultNamesItsLine() {
    let seen = "0 memberSeen slot=0 name=a client=a host= ours=yes"
    let rows: [(String, Int, LineFault)] = [
      ("", 1, .noHeader),
      (lines("5 !nonsense"), 2, .unknownName("nonsense")),
      (lines("5 !kill slot=x"), 2, .badValue("slot")),
      (lines("5 beat index=1", "4 beat index=1"), 3, .timeGoesBack(fromMs: 5, toMs: 4)),
      (lines("5 beat index=1", "5 start", "6 start"), 4, .misplaced("start")),
      (lines("0 beat index=1", "origin engine=1 kind=drive name=a"), 3, .misplaced("origin")),
      (lines("origin engine=1 kind=else name=a"), 2, .badValue("kind")),
      (lines("5 end", "5 beat index=1"), 3, .afterTheEnd),
      (lines("5 end now"), 2, .surplus("now")),
      ("hello there", 1, .noHeader),
      ("regroup-recording", 1, .ends),
      ("regroup-recording 2", 1, .unknownVersion("2")),
      ("regroup-recording 1 x", 1, .surplus("x")),
      (lines("0 beat index=1", "5 nonsense"), 3, .unknownName("nonsense")),
      (lines("x beat index=1"), 2, .badValue("time")),
      (lines("-1 beat index=1"), 2, .badValue("time")),
      (lines("5"), 2, .ends),
      (lines("5 beat"), 2, .missing("index")),
      (lines("5 beat index=1 more=2"), 2, .surplus("more=2")),
      (lines("5 beat index=99999999999999999999"), 2, .badValue("index")),
      (lines("5 topic name=a%2 partitions=1"), 2, .badValue("name")),
      (lines("5 topic name=%FF partitions=1"), 2, .badValue("name")),
      (lines(seen, "5 heartbeat slot=1"), 3, .unknownSlot(1)),
      (lines("5 memberSeen slot=3 name=a client=a host= ours=yes"), 2, .unknownSlot(3)),
      (lines(seen, "5 plan generation=1 share=7,m,t,0"), 3, .unknownSlot(7)),
      (lines(seen, "5 plan generation=1 share=x,m,t,0"), 3, .badValue("share")),
      (lines(seen, "5 plan generation=1 share=0,m,t"), 3, .badValue("share")),
      (lines(seen, "5 deadline poll slot=2 dueMs=4"), 3, .unknownSlot(2)),
      (lines("5 producerProcess producer=0 killed"), 2, .unknownProducer(0)),
      (lines("5 producerSeen producer=1 name=p topic=t"), 2, .unknownProducer(1)),
      (lines("5 producerSeen producer=0 name=p topic=t slot=0"), 2, .unknownSlot(0)),
      (
        lines("0 topic name=a partitions=100000", "0 topic name=b partitions=1"), 3,
        .tooManyPartitions
      ),
      (lines(String(repeating: "x", count: RecordingLimits.lineBytes + 1)), 2, .tooLong),
    ]
    for (text, line, wanted) in rows {
      #expect(fault(text) == RecordingError(line: line, fault: wanted), "\(text.prefix(80))")
    }
  }

  @Test func emptyLinesAndACarriageReturnAreNoTraps() {
    #expect(fault(lines("", "0 beat index=1", "")) == nil)
    #expect(fault("regroup-recording 1\r\n0 beat index=1\r\n")?.line == 1)
    #expect(fault("regroup-recording 1")?.fault == nil)
  }

  /// Whatever the reader lets through, the picture must take, whatever the order.
  @Test func whatIsReadCanBeFolded() {
    var read = 0
    withEverySeed(25) { seed in
      var random = RandomEvents(seed: seed, isNarrow: true)
      var reader = RecordingReader()
      var fold = Fold([])
      var timeMs: Int64 = 0
      _ = try? reader.read(Recording.header)
      for _ in 0..<400 {
        let kind = Int(random.random.int(in: 0...Int64(RandomEvents.kinds - 1)))
        let event = TimedEvent(timeMs, random.event(kind))
        guard case .event(let timed) = try? reader.read(RecordingLine.text(of: event)) else {
          continue
        }
        timeMs += random.random.int(in: 0...5000)
        read += 1
        fold.add([timed])
      }
      let picture = fold.picture
      for place in picture.partitions.indices {
        #expect(picture.accountNotReadMs(place) >= 0, "seed \(seed)")
        #expect(picture.partitions[place].lag(atMs: picture.timeMs) ?? 0 >= 0, "seed \(seed)")
      }
      for member in picture.members {
        let places = picture.partitions.count {
          $0.reader == member.slot || $0.staleReader == member.slot
        }
        #expect(member.reads == places, "seed \(seed)")
      }
    }
    #expect(read > 5_000)
  }
}
