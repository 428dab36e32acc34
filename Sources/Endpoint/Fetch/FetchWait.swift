import KafkaModel

/// A Fetch that waits for enough bytes, or for its time to end (`DelayedFetch`).
struct FetchWait {
  /// What is read; in a session that is all of it.
  let request: FetchRequest
  let context: FetchSessions.Context
  let call: Call
  let timer: Alarm
  let answer: (Response) -> Void
}
