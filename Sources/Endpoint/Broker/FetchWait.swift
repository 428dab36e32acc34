import KafkaModel

/// A Fetch that waits for enough bytes, or for its time to end (`DelayedFetch`).
struct FetchWait {
  let request: FetchRequest
  let call: Call
  let timer: Alarm
  let answer: (Response) -> Void
}
