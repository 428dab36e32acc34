import Coordinator
import Feed
import KafkaModel

/// KIP-429: a partition changes hands only after its owner has said that it gave it up.
extension InvariantChecker {
  private struct Claim {
    var memberId: MemberId
    var generation: Generation
    var partitions: [TopicPartition]
  }

  mutating func checkOwnersSpared(_ shares: [PlannedShare], _ timeMs: Int64, _ world: World) {
    guard let written = world.coordinator.hardState.group(world.scenario.groupId),
      written.protocolName == "cooperative-sticky"
    else { return }
    let claims = written.members.compactMap { member -> Claim? in
      guard let said = try? ConsumerSubscription(bytes: member.subscription) else { return nil }
      return Claim(
        memberId: member.memberId, generation: said.generation, partitions: said.ownedPartitions)
    }
    for share in shares {
      for partition in share.partitions {
        // Of several claims the one of the latest generation counts.
        let rivals = claims.filter { $0.partitions.contains(partition) }
        guard let latest = rivals.map(\.generation).max() else { continue }
        let owners = rivals.filter { $0.generation == latest }
        if !owners.contains(where: { $0.memberId == share.memberId }) {
          report(
            .planSparesOwners, timeMs,
            "\(partition) for \(share.memberId), owned by \(owners[0].memberId)")
        }
      }
    }
  }
}
