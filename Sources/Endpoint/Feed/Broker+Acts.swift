import Coordinator
import Feed
import KafkaModel
import KafkaWire
import NIOCore

/// What is done to the broker from the screen.
extension Broker {
  /// LeaveGroup in a member's name, as an administrator sends it.
  func expel(_ member: LeaveGroupRequest.Member, from group: GroupId) {
    let request = LeaveGroupRequest(groupId: group, members: [member])
    let context = RequestContext(
      token: RequestToken(nextNumber()), apiVersion: 5, clientId: "regroup",
      clientHost: "/127.0.0.1")
    give(.request(.leaveGroup(request), context))
  }

  /// The partition of `__consumer_offsets` gets another leader, which is this broker again: it
  /// knows what was written down. Nobody's connection breaks.
  func reload(afterMs: Int64, _ loaded: @escaping () -> Void) {
    give(.unload)
    loop.assumeIsolated().scheduleTask(in: .milliseconds(afterMs)) {
      self.give(.load(self.offsetsLog.all))
      loaded()
    }
  }

  /// One partition more, if the broker holds so many.
  func grow(_ name: TopicName) {
    guard let count = topics[name]?.logs.count else { return }
    let request = CreatePartitionsRequest(topics: [.init(name: name, count: Int32(count + 1))])
    _ = grow(request)
  }

  /// So many records to a topic, one partition after the other from 0 on; how many were taken.
  func produce(_ records: Int64, to name: TopicName) -> Int64 {
    let shares = ProducerRun.shares(of: records, over: topics[name]?.logs.count ?? 0)
    var taken: Int64 = 0
    for (partition, share) in shares.enumerated() {
      taken += append(share, to: TopicPartition(name, Int32(partition)))
    }
    retryFetches(of: name)
    return taken
  }

  private static let batchRecords: Int64 = 1_000

  private func append(_ records: Int64, to place: TopicPartition) -> Int64 {
    var left = records
    while left > 0 {
      let count = min(left, Self.batchRecords)
      let first = topics[place.topic]?.logs[Int(place.partition)].endOffset.value ?? 0
      let entries = (0..<count).map {
        RecordBatch.Entry(key: nil, value: Array("record \(first + $0)".utf8))
      }
      let bytes = RecordBatch(baseTimestampMs: clock.nowMs, records: entries).bytes
      guard topics.byteCount + bytes.count <= config.limits.allLogBytes,
        let header = try? RecordBatches.headers(in: bytes).first,
        topics.append(bytes, header, to: place) != nil
      else { break }
      left -= count
    }
    return records - left
  }
}
