import Feed
import KafkaModel

/// Who reads what: a Fetch names partitions and offsets, and no member.
extension GroupStory {
  func fetches(_ topics: [FetchRequest.Topic], _ call: Call) {
    let asked = topics.flatMap { topic in
      topic.partitions.map { (TopicPartition(topic.name, $0.partition), $0.fetchOffset) }
    }
    let candidates = seats.candidates(
      clientId: ClientId(call.header.clientId ?? ""), host: call.clientHost)
    guard
      let slot = links.conclude(
        call.connection, among: candidates, seats, fetching: asked.map(\.0))
    else { return }
    seats[slot].connections.insert(call.connection)
    sign(of: slot)
    let provenance: Provenance = links.isInferred(call.connection) ? .inferred : .observed
    for (partition, offset) in asked { read(partition, offset, slot, provenance) }
  }

  private func read(
    _ partition: TopicPartition, _ offset: Offset, _ slot: MemberSlot, _ provenance: Provenance
  ) {
    if let known = seats[slot].positions[partition] {
      if known == offset { return }
      seats[slot].positions[partition] = offset
      return emit(.position(slot, partition, offset))
    }
    // One that was on its way when the partition was given up is no reading.
    guard seats[slot].owned.contains(partition) else { return }
    seats[slot].positions[partition] = offset
    emit(.readingStarted(slot, partition, offset), provenance)
    emit(.doing(slot, .reading), provenance)
  }
}
