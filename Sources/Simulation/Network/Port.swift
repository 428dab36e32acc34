import Client
import KafkaModel

/// A machine's connections and its one deadline.
struct Port: Sendable {
  /// What was sent while the network was cut, with the time: TCP sends it again.
  var heldRequests: [(Envelope<Request>, atMs: Int64)] = []
  var heldResponses: [Envelope<Response>] = []
  /// By lane: a connection keeps its order.
  var lastRequestMs: [Int64] = [0, 0, 0]
  var lastResponseMs: [Int64] = [0, 0, 0]
  /// The earliest wake that is queued, and the one that is wanted.
  var queuedWakeMs: Int64?
  var wantedWakeMs: Int64?

  /// The process is gone: what was held went with it.
  mutating func close() {
    heldRequests = []
    heldResponses = []
    queuedWakeMs = nil
    wantedWakeMs = nil
  }
}
