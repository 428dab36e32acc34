import KafkaModel

/// What a broker that becomes the coordinator reads, and what was known before it did.
struct Takeover: Sendable {
  /// `__consumer_offsets`, as far as it was written.
  var records: [CoordinatorRecord]
  /// Whom the former coordinator took for members.
  var formerMembers: [MemberId]
}
