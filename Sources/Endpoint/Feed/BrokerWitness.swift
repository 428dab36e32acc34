import Coordinator
import Feed
import KafkaModel

/// Looks on at what a broker hears, decides and answers; called on its event loop.
protocol BrokerWitness: AnyObject {
  /// A request has come, whole.
  func heard(_ call: Call)
  /// A Fetch is served: all that it reads, by name, and what its session knows from before.
  func fetches(_ topics: [FetchRequest.Topic], _ call: Call)
  /// The coordinator is given something; what comes of it is told next.
  func given(_ input: CoordinatorInput, nowMs: Int64)
  /// What is written down was changed beside the coordinator (a topic was deleted).
  func changedByHand()
  /// The coordinator has moved; `call`: the request that made it, nil for a timer or a write.
  /// Comes before anybody hears of it.
  func decided(_ outcome: CoordinatorOutcome, after call: Call?)
  /// Records are in `__consumer_offsets`.
  func wrote(_ append: Append)
  /// A request's answer leaves the broker.
  func answered(_ call: Call, _ response: Response)
  /// An answer is ready, and is held back.
  func held(_ call: Call)
  /// An answer that was held is of no use any more: its client has gone.
  func dropped(_ call: Call)
  /// Somebody who came is hung up on.
  func turnedAway(host: String, _ why: TurnedAway)
  func closed(_ connection: ConnectionId)
  /// Something was written to a topic, or the topic has changed.
  func changed(_ topic: TopicName)
}
