import Coordinator
import Glibc
import KafkaModel

/// How long a group coordinator works, in all, until so many members that start at once are
/// Stable: each of them asks for an id, joins and asks for its part of the plan, as clients do over
/// TCP. Waiting does not count, nor does whatever is around the coordinator.
struct CoordinatorBench {
  static func run(members: Int = 100) throws -> [String] {
    let runs = try (0..<7).map { _ in
      var bench = CoordinatorBench(members: members)
      try bench.play()
      return bench.workNs
    }
    let us = Int64(runs.sorted()[3] / 1000)
    let ms = Stopwatch.milliseconds(us)
    return ["coordinator, \(members) members from start to Stable: \(ms) ms of work"]
  }

  private var coordinator = GroupCoordinator(
    config: CoordinatorConfig(), generator: SeededGenerator(seed: 1))
  private let members: Int
  private var ids: [MemberId]
  private var generation = Generation.none
  private var leader: MemberId = ""
  private var nowMs: Int64 = 0
  private var timers: [CoordinatorTimer: Int64] = [:]
  private var appends: [AppendId] = []
  private(set) var workNs: UInt64 = 0

  private init(members: Int) {
    self.members = members
    ids = Array(repeating: "", count: members)
  }

  private mutating func play() throws {
    for number in 0..<members { join(number) }
    for number in 0..<members { join(number) }
    while generation == .none, let next = timers.min(by: { $0.value < $1.value }) {
      (timers[next.key], nowMs) = (nil, next.value)
      take { $0.fire(next.key, nowMs: $1) }
    }
    for number in 0..<members { sync(number) }
    guard coordinator.group("bench")?.state == .stable else {
      throw Failure.failed("the group of the bench does not become stable")
    }
  }

  private mutating func join(_ number: Int) {
    let request = JoinGroupRequest(
      groupId: "bench", sessionTimeoutMs: 45_000, rebalanceTimeoutMs: 300_000,
      memberId: ids[number], groupInstanceId: nil, protocolType: "consumer",
      protocols: ["range", "cooperative-sticky"].map {
        .init(name: $0, metadata: [UInt8](repeating: UInt8(number & 0xFF), count: 64))
      })
    ask(.joinGroup(request), number)
  }

  private mutating func sync(_ number: Int) {
    let isLeader = ids[number] == leader
    let plan = ids.map {
      SyncGroupRequest.Assignment(memberId: $0, assignment: [UInt8](repeating: 1, count: 40))
    }
    let request = SyncGroupRequest(
      groupId: "bench", generationId: generation, memberId: ids[number], groupInstanceId: nil,
      protocolType: "consumer", protocolName: "range", assignments: isLeader ? plan : [])
    ask(.syncGroup(request), number)
  }

  private mutating func ask(_ request: Request, _ number: Int) {
    let context = RequestContext(
      token: RequestToken(Int64(number)), apiVersion: request.apiKey == .joinGroup ? 9 : 5,
      clientId: ClientId("client-\(number)"), clientHost: "/127.0.0.1")
    take { $0.handle(request, context, nowMs: $1) }
    while !appends.isEmpty {
      let id = appends.removeFirst()
      take { $0.appendConfirmed(id, nowMs: $1) }
    }
  }

  private mutating func take(
    _ input: (inout GroupCoordinator, Int64) -> CoordinatorOutcome
  ) {
    let start = Stopwatch.nowNs
    let outcome = input(&coordinator, nowMs)
    workNs += Stopwatch.nowNs - start
    appends += outcome.appends.map(\.id)
    for change in outcome.timers {
      switch change {
      case .set(let timer, let atMs): timers[timer] = atMs
      case .cancel(let timer): timers[timer] = nil
      }
    }
    for reply in outcome.replies { note(reply) }
  }

  private mutating func note(_ reply: CoordinatorOutcome.Reply) {
    guard case .joinGroup(let answer) = reply.response else { return }
    ids[Int(reply.token.value)] = answer.memberId
    if answer.errorCode != .none { return }
    (generation, leader) = (answer.generationId, answer.leader)
  }
}
