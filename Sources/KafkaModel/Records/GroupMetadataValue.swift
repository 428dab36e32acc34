/// A classic group as it is written down (`GroupMetadataValue`, versions 0–3).
///
/// Written when the group is made (generation 0, protocol type empty), when the leader's plan
/// arrives, when a static member is replaced in Stable, and when the group becomes empty.
public struct GroupMetadataValue: Hashable, Sendable {
  public var protocolType: String
  public var generation: Generation
  /// The assignor's name; nil without members.
  public var protocolName: String?
  public var leader: MemberId?
  /// v2+: when the group entered its state, milliseconds; -1 below.
  public var currentStateTimestampMs: Int64
  public var members: [GroupMetadataValue.Member]

  public init(
    protocolType: String = "", generation: Generation, protocolName: String? = nil,
    leader: MemberId? = nil, currentStateTimestampMs: Int64 = -1,
    members: [GroupMetadataValue.Member] = []
  ) {
    self.protocolType = protocolType
    self.generation = generation
    self.protocolName = protocolName
    self.leader = leader
    self.currentStateTimestampMs = currentStateTimestampMs
    self.members = members
  }
}

extension GroupMetadataValue {
  /// One member and its part of the plan.
  public struct Member: Hashable, Sendable {
    public var memberId: MemberId
    /// v3+.
    public var groupInstanceId: InstanceId?
    public var clientId: ClientId
    public var clientHost: String
    /// v1+; 0 below.
    public var rebalanceTimeoutMs: Int32
    public var sessionTimeoutMs: Int32
    /// The metadata for the chosen protocol; what it offered for others is not written.
    public var subscription: [UInt8]
    public var assignment: [UInt8]

    public init(
      memberId: MemberId, groupInstanceId: InstanceId? = nil, clientId: ClientId = "",
      clientHost: String = "", rebalanceTimeoutMs: Int32, sessionTimeoutMs: Int32,
      subscription: [UInt8] = [], assignment: [UInt8] = []
    ) {
      self.memberId = memberId
      self.groupInstanceId = groupInstanceId
      self.clientId = clientId
      self.clientHost = clientHost
      self.rebalanceTimeoutMs = rebalanceTimeoutMs
      self.sessionTimeoutMs = sessionTimeoutMs
      self.subscription = subscription
      self.assignment = assignment
    }
  }
}
