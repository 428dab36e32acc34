import Feed
import KafkaModel

/// What is known of one member of a group that is looked at from outside.
struct WatchSeat {
  var identity: MemberIdentity
  var memberId: MemberId
  var isMember = true
  /// When it was gone, if it is.
  var goneMs: Int64 = 0
  /// By the last plan that was shown.
  var owned: [TopicPartition] = []
  /// The bytes that `owned` was read from.
  var assignment: [UInt8] = []
  /// Since when it may be waited for: it was given its plan, or has come in another's place.
  var sinceMs: Int64 = 0
  /// What was last told of it.
  var doing: MemberDoing?
  var pace = CommitPace()

  init(_ identity: MemberIdentity, _ memberId: MemberId) {
    self.identity = identity
    self.memberId = memberId
  }

  var isStatic: Bool { identity.instanceId != nil }

  /// A new process of the same application on the same host takes the letter of the one before.
  func resembles(_ member: DescribeGroupsResponse.Member) -> Bool {
    if let instance = member.groupInstanceId { return identity.instanceId == instance }
    return !isStatic && identity.clientId == member.clientId && identity.host == member.clientHost
  }
}
