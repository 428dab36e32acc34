import Testing

@testable import Client

struct PollLoopTests {
  static let work = RecordWork(records: 5, ratePerSecond: 10, nowMs: 1_000)

  @Test func everyStateWithEveryInput() {
    let states: [PollLoop] = [
      .unstarted, .polling, .processing(Self.work), .waiting, .stopped, .held, .over,
    ]
    let inputs: [PollLoop.Input] = [
      .started, .recordsReturned(Self.work), .workDone, .workHandedOver, .polledAgain, .stuck,
      .stuckWithRecords, .resumed, .ended,
    ]
    let busy = PollLoop.processing(Self.work)
    let new = PollLoop.unstarted
    let table: [[PollLoop]] = [
      [.polling, new, new, new, new, new, new, new, .over],
      [
        .polling, busy, .polling, .polling, .polling, .stopped, .stopped, .polling, .over,
      ],
      [busy, busy, .polling, .waiting, busy, .stopped, .held, busy, .over],
      [
        .waiting, .waiting, .waiting, .waiting, .polling, .held, .held, .waiting, .over,
      ],
      [
        .stopped, .stopped, .stopped, .stopped, .stopped, .stopped, .stopped, .polling, .over,
      ],
      [.held, .held, .held, .held, .held, .held, .held, .waiting, .over],
      [.over, .over, .over, .over, .over, .over, .over, .over, .over],
    ]
    for (row, state) in states.enumerated() {
      for (column, input) in inputs.enumerated() {
        var after = state
        after.handle(input)
        #expect(after == table[row][column], "\(state) \(input)")
      }
    }
  }

  @Test func workIsDoneAtItsRateRoundedUp() {
    #expect(Self.work.doneAtMs == 1_500)
    #expect(RecordWork(records: 1, ratePerSecond: 3_000, nowMs: 0).doneAtMs == 1)
    var stuck = RecordWork(records: 4, ratePerSecond: 0, nowMs: 0)
    #expect(stuck.doneAtMs == Int64.max)
    stuck.change(ratePerSecond: 2, nowMs: 10_000)
    #expect(stuck.doneAtMs == 12_000)
    stuck.change(ratePerSecond: 1, nowMs: 11_000)
    #expect(stuck.doneAtMs == 13_000)
  }
}
