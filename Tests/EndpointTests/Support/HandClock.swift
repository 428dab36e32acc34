import NIOCore

@testable import Endpoint

/// A clock that stands still until a test lets time go by.
final class HandClock: BrokerClock {
  private(set) var nowMs: Int64
  private let loop: any EventLoop
  private var waiting: [Int64: (dueMs: Int64, action: () -> Void)] = [:]
  private var lastNumber: Int64 = 0

  init(_ loop: any EventLoop, startsAtMs: Int64) {
    self.loop = loop
    nowMs = startsAtMs
  }

  func after(_ delayMs: Int64, _ action: @escaping () -> Void) -> Alarm {
    lastNumber += 1
    let number = lastNumber
    waiting[number] = (nowMs + max(0, delayMs), action)
    return Alarm { self.waiting[number] = nil }
  }

  /// Everything that is due by then happens in its order, each at its own time; what follows from
  /// it at once (writes, answers) happens before the next.
  func advance(toMs: Int64) -> EventLoopFuture<Void> {
    let promise = loop.makePromise(of: Void.self)
    step(toMs: toMs, promise)
    return promise.futureResult
  }

  private func step(toMs: Int64, _ promise: EventLoopPromise<Void>) {
    let due = waiting.filter { $0.value.dueMs <= toMs }
      .min { ($0.value.dueMs, $0.key) < ($1.value.dueMs, $1.key) }
    guard let (number, entry) = due else {
      nowMs = max(nowMs, toMs)
      return settle(Self.rounds) { promise.succeed() }
    }
    waiting[number] = nil
    nowMs = max(nowMs, entry.dueMs)
    entry.action()
    settle(Self.rounds) { self.step(toMs: toMs, promise) }
  }

  /// As many steps as a transaction needs from its end to its last marker, and more.
  private static let rounds = 12

  private func settle(_ rounds: Int, _ then: @escaping () -> Void) {
    if rounds == 0 { return then() }
    loop.assumeIsolated().execute { self.settle(rounds - 1, then) }
  }
}
