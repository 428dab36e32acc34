import KafkaModel
import NIOCore

/// A Fetch that waits for enough bytes, or for its time to end (`DelayedFetch`).
struct FetchWait {
  let request: FetchRequest
  let call: Call
  let timer: Scheduled<Void>
  let answer: (Response) -> Void
}
