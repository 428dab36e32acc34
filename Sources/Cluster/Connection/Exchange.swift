import KafkaModel
import NIOCore

/// A request that waits for its answer, or for the connection to stand.
struct Exchange {
  var correlationId: Int32
  var request: Request
  var timeoutMs: Int64
  /// Above it another meaning begins; nil = the newest version that both sides speak.
  var highestVersion: Int16?
  var version: Int16 = 0
  var timer: Scheduled<Void>?
  var finish: (Result<Response, BrokerFailure>) -> Void

  var api: ApiKey { request.apiKey }

  func end(_ result: Result<Response, BrokerFailure>) {
    timer?.cancel()
    finish(result)
  }
}
