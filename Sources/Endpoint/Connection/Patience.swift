/// How long a connection may be silent, leave a request half sent or an answer untaken, and what
/// it makes the broker hold meanwhile.
final class Patience {
  private let broker: Broker
  private var alarm: Alarm?
  private var close: () -> Void = {}
  /// When it last did something.
  private var heardMs: Int64
  /// Since when it owes the broker bytes: of its first request, or of one that has begun.
  private var owesSinceMs: Int64?
  private var untakenSinceMs: Int64?
  private var isServed = false
  private var isOver = false
  private var halfBytes = 0
  private var unsentBytes = 0

  init(_ broker: Broker) {
    self.broker = broker
    heardMs = broker.clock.nowMs
  }

  var isBeyondMemory: Bool { broker.pendingBytes > broker.config.limits.pendingBytes }

  /// `close` is called once it has taken too long.
  func begin(_ close: @escaping () -> Void) {
    self.close = close
    owesSinceMs = broker.clock.nowMs
    look()
  }

  func end() {
    holds(half: 0)
    isOver = true
    alarm?.cancel()
    close = {}
  }

  /// So much of the next request has come, and nothing is missing of the one before it.
  func holds(half bytes: Int) {
    if isOver { return }
    broker.pendingBytes += bytes - halfBytes
    if bytes == 0 { owesSinceMs = nil }
    if bytes > 0, halfBytes == 0 || bytes < halfBytes { owesSinceMs = broker.clock.nowMs }
    halfBytes = bytes
    heardMs = broker.clock.nowMs
  }

  /// While a request is served nothing is read, so that nothing can be owed.
  func serves(_ isServed: Bool) {
    self.isServed = isServed
    heardMs = broker.clock.nowMs
    owesSinceMs = isServed || halfBytes == 0 ? nil : heardMs
  }

  func takes(answers isWritable: Bool) {
    untakenSinceMs = isWritable ? nil : untakenSinceMs ?? broker.clock.nowMs
  }

  func waits(toSend bytes: Int) {
    broker.pendingBytes += bytes
    unsentBytes += bytes
  }

  func sent(_ bytes: Int) {
    broker.pendingBytes -= bytes
    unsentBytes -= bytes
    heardMs = broker.clock.nowMs
  }

  /// Looks again and again, as looking at the clock with each byte would cost more.
  private func look() {
    let config = broker.config
    let nowMs = broker.clock.nowMs
    let slowSinceMs = min(owesSinceMs ?? nowMs, untakenSinceMs ?? nowMs)
    let isIdle = !isServed && unsentBytes == 0 && nowMs - heardMs >= config.connectionsMaxIdleMs
    if isIdle || nowMs - slowSinceMs >= config.patienceMs { return close() }
    let stepMs = max(1, min(config.patienceMs, config.connectionsMaxIdleMs) / 4)
    alarm = broker.clock.after(stepMs) { [weak self] in self?.look() }
  }
}
