import KafkaModel

@testable import Client

/// A broker whose answers are drawn from a seed, good and bad ones.
struct Weather {
  var generator: SeededGenerator
  var generation: Int32 = 0
  var protocolName = "range"
  /// How many answers of a hundred are errors.
  var errorPercent: Int64

  init(seed: UInt64, errorPercent: Int64) {
    generator = SeededGenerator(seed: seed)
    self.errorPercent = errorPercent
  }

  /// Errors that do not end a member.
  static let errors: [ErrorCode] = [
    .coordinatorNotAvailable, .notCoordinator, .illegalGeneration, .unknownMemberId,
    .rebalanceInProgress, .coordinatorLoadInProgress,
  ]

  mutating func error(_ allowed: [ErrorCode] = errors) -> ErrorCode {
    if !generator.chance(percent: errorPercent) { return .none }
    return allowed[Int(generator.int(in: 0...Int64(allowed.count - 1)))]
  }

  mutating func answer(_ request: Request) throws -> Response {
    switch request {
    case .findCoordinator:
      let error = error([.coordinatorNotAvailable])
      let answer = FindCoordinatorResponse.Coordinator(
        nodeId: BrokerId(Int32(generator.int(in: 1...3))), errorCode: error)
      return .findCoordinator(FindCoordinatorResponse(coordinators: [answer]))
    case .metadata: return Bench.metadata([("orders", Int32(generator.int(in: 1...4)))])
    case .joinGroup(let body): return try join(body)
    case .syncGroup(let body):
      let error = error([.notCoordinator, .illegalGeneration, .unknownMemberId])
      let mine = body.assignments.first?.assignment
      let plan = try mine ?? ConsumerAssignment(partitions: [Bench.both[0]]).bytes()
      return .syncGroup(SyncGroupResponse(errorCode: error, assignment: plan))
    case .heartbeat: return Bench.heartbeat(error())
    case .leaveGroup: return .leaveGroup(LeaveGroupResponse())
    case .offsetCommit(let body): return commit(body)
    default: return offsets(request)
    }
  }

  private mutating func join(_ body: JoinGroupRequest) throws -> Response {
    if body.memberId.isEmpty { return Bench.joinRefused(.memberIdRequired, member: "c-1") }
    let error = error([.coordinatorLoadInProgress, .unknownMemberId, .rebalanceInProgress])
    if error != .none { return Bench.joinRefused(error) }
    generation += 1
    let leads = generator.chance(percent: 50)
    let bytes = body.protocols.first?.metadata ?? []
    return Bench.joined(
      generation, member: body.memberId, leader: leads ? body.memberId : "c-0",
      protocolName: protocolName,
      members: leads ? [JoinGroupResponse.Member(memberId: body.memberId, metadata: bytes)] : [])
  }

  private mutating func commit(_ body: OffsetCommitRequest) -> Response {
    let error = error()
    return .offsetCommit(
      OffsetCommitResponse(
        topics: body.topics.map { topic in
          OffsetCommitResponse.Topic(
            name: topic.name,
            partitions: topic.partitions.map {
              OffsetCommitResponse.Partition(partitionIndex: $0.partitionIndex, errorCode: error)
            })
        }))
  }

  private mutating func offsets(_ request: Request) -> Response {
    switch request {
    case .offsetFetch(let body):
      let topics = (body.groups.first?.topics ?? []).map { topic in
        OffsetFetchResponse.Topic(
          name: topic.name,
          partitions: topic.partitionIndexes.map {
            OffsetFetchResponse.Partition(
              partitionIndex: $0, committedOffset: Offset(generator.int(in: -1...9)),
              errorCode: error([.unstableOffsetCommit, .notCoordinator]))
          })
      }
      return .offsetFetch(
        OffsetFetchResponse(groups: [OffsetFetchResponse.Group(groupId: "g", topics: topics)]))
    case .listOffsets(let body):
      return .listOffsets(
        ListOffsetsResponse(
          topics: body.topics.map { topic in
            ListOffsetsResponse.Topic(
              name: topic.name,
              partitions: topic.partitions.map {
                ListOffsetsResponse.Partition(
                  partitionIndex: $0.partitionIndex, errorCode: error([.notLeaderOrFollower]),
                  offset: Offset(20))
              })
          }))
    case .fetch(let body): return .fetch(FetchResponse(responses: body.topics.map { records($0) }))
    default: preconditionFailure("a consumer does not send \(request.apiKey)")
    }
  }

  private mutating func records(_ topic: FetchRequest.Topic) -> FetchResponse.Topic {
    FetchResponse.Topic(
      name: topic.name,
      partitions: topic.partitions.map { asked in
        let count = generator.int(in: 0...700)
        let next = asked.fetchOffset + (count + generator.int(in: 0...2))
        let run = RecordRun(firstOffset: asked.fetchOffset, nextOffset: next, count: count)
        return FetchResponse.Partition(
          partitionIndex: asked.partition,
          errorCode: error([.offsetOutOfRange, .notLeaderOrFollower]),
          highWatermark: next, records: .run(run))
      })
  }
}
