import Client
import Feed
import KafkaModel

/// Turns what a producer notes, sends and hears into events of the feed.
struct ProducerReport {
  let slot: ProducerSlot
  /// Whose application it belongs to.
  let member: MemberSlot

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

  func events(sending request: Request) -> [FeedEvent] {
    told(request.apiKey, GroupMessage(request))
  }

  func events(hearing response: Response) -> [FeedEvent] {
    told(response.apiKey, GroupMessage(response))
  }

  /// What concerns its transactions; the leaders that it looks up concern nobody.
  private func told(_ api: ApiKey, _ message: GroupMessage?) -> [FeedEvent] {
    guard api != .metadata, let message else { return [] }
    return [.message(member, message)]
  }
}
