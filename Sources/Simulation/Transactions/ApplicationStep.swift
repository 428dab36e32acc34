import Client
import Coordinator
import Feed
import KafkaModel

/// What a consume–transform–produce application does next, and which process of it.
struct ApplicationStep: Sendable {
  var slot: MemberSlot
  var process: Int32
  var step: TransformStep
}

/// A write that waits until the transaction coordinator has said whether it belongs to the
/// transaction (KIP-890).
enum LeaderQuestion: Sendable {
  case produce(Envelope<Request>, ProduceRequest)
  case commit(Envelope<Request>)
}

/// A marker that the group coordinator has to write.
struct OffsetMarker: Sendable {
  var append: AppendId
  var order: MarkerOrder
  var partition: TopicPartition
}
