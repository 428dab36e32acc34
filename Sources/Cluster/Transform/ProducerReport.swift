import Client
import Feed
import KafkaModel

/// Turns what a producer notes into events of the feed.
struct ProducerReport {
  let slot: ProducerSlot

  func events(of note: ProducerNote) -> [FeedEvent] {
    switch note {
    case .state(let state): [.transaction(.state(slot, state))]
    case .initialized(let producer): [.transaction(.producerId(slot, producer))]
    case .mustAbort(let error, let api): [.transaction(.mustAbort(slot, api, error))]
    case .failed(let error, let api): [.transaction(.failed(slot, api, error))]
    // Each has its state, or is too frequent to tell.
    case .written, .notWritten, .offsetsSent, .committed, .aborted, .refused, .closed: []
    }
  }
}
